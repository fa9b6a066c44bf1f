/*
title    = "Education of children, score"
question = "Where is children’s education most deprived?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 150
owner    = "Skills team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    score of the children and young people part (sub-domain) of the education, skills and training \
    domain, which is about how they do at school and what they do after it.\
    """
caveat   = { same_as = "housing/geographical_barriers" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    children_and_young_people_score AS value,
    CASE WHEN children_and_young_people_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_subdomains
