/*
title    = "Poor quality homes"
question = "Where are homes in the worst condition?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 140
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    score of the indoors part (sub-domain) of the living environment domain, which is about the \
    quality of homes. What it is made of is not published by neighbourhood in the files held here.\
    """
caveat   = """\
    A score on a scale of its own, not a count of homes. For neighbourhoods (LSOAs) only: districts \
    and city regions have no figure, because scores are not averaged. 2025 is the edition; \
    most of what it rests on is from earlier years. Not comparable with 2019, so no trend can be \
    said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    indoors_score AS value,
    CASE WHEN indoors_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_subdomains
