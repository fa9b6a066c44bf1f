/*
title    = "Barriers to a home, score"
question = "Where is it hardest to have a decent home?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 134
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    score of the wider barriers part (sub-domain) of the barriers to housing and services domain, which \
    is about access to housing, such as its price, overcrowding and homelessness, and to services.\
    """
caveat   = { same_as = "housing/geographical_barriers" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    wider_barriers_score AS value,
    CASE WHEN wider_barriers_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_subdomains
