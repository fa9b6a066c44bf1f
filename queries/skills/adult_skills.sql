/*
title    = "Skills of adults, score"
question = "Where are adults’ skills most deprived?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 155
owner    = "Skills team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    score of the adult skills part (sub-domain) of the education, skills and training domain, which is \
    about adults with few qualifications or little English.\
    """
caveat   = { same_as = "housing/geographical_barriers" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    adult_skills_score AS value,
    CASE WHEN adult_skills_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_subdomains
