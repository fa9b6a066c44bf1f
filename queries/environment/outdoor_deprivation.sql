/*
title    = "Outdoor environment deprivation"
question = "Where is it worst outside the home?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 110
owner    = "Environment team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    score of the outdoors part (sub-domain) of the living environment domain, which is about what \
    surrounds homes, such as the quality of the air and the safety of roads. What it is made of is \
    not published by neighbourhood in the files held here.\
    """
caveat   = { same_as = "housing/geographical_barriers" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    outdoors_score AS value,
    CASE WHEN outdoors_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_subdomains
