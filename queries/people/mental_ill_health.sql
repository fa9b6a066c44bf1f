/*
title    = "Mental ill health"
question = "Where is mental health worst?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 123
owner    = "Research and insight team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the mental health indicator, a score that the publisher makes of several \
    sources, one of those of the health domain.\
    """
caveat   = """\
    A score on a scale of its own, not a share of people. For neighbourhoods (LSOAs) only: districts and \
    city regions have no figure, because scores are not averaged. 2025 is the edition; most of \
    what it rests on is from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    mental_health_indicator AS value,
    CASE WHEN mental_health_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
