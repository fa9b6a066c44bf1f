/*
title    = "Distance from services, score"
question = "Where is it hardest to get to what one needs?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 132
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    score of the geographical barriers part (sub-domain) of the barriers to housing and services domain, \
    which is about how far services are.\
    """
caveat   = """\
    A score on a scale of its own. For neighbourhoods (LSOAs) only: districts and city regions \
    have no figure, because scores are not averaged. 2025 is the edition; most of what it rests on is \
    from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    geographical_barriers_score AS value,
    CASE WHEN geographical_barriers_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_subdomains
