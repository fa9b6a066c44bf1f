/*
title    = "Transport connectivity"
question = "How well can people get to what they need without a car?"
unit     = "connectivity score from 0 (worst) to 100 (best)"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 0
order    = 90
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    connectivity score that the index takes from the Department for Transport, of how easily people \
    reach jobs, shops, schools, health care and other places on foot, by bicycle and by public \
    transport.\
    """
caveat   = """\
    A score and not a time. For neighbourhoods (LSOAs) only: districts and city regions have no \
    figure, because neighbourhoods cannot be averaged without the numbers behind them. 2025 is the \
    edition; most of what it rests on is from earlier years. Not comparable with 2019, so no trend can \
    be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    connectivity_score AS value,
    CASE WHEN connectivity_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
