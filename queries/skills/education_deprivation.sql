/*
title    = "Education deprivation"
question = "Where do children and adults lack schooling and skills?"
unit     = "index score; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 110
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    domain of education, skills and training, made of the attainment, absence and further study of \
    young people and the skills and English of adults.\
    """
caveat   = """\
    A score has no unit: one twice as high is not twice as deprived. For neighbourhoods (LSOAs) \
    only: districts and city regions have no figure, because scores are not averaged. 2025 \
    is the edition; most of what it rests on is from earlier years. Not comparable with 2019, so no \
    trend can be said.\
    """
elsewhere = { same_as = "people/deprivation_score" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    education_score AS value,
    CASE WHEN education_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
