/*
title    = "Health deprivation"
question = "Where do poor health and early death weigh most?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 120
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    domain of health deprivation and disability, made of years of life lost, illness and disability, \
    emergency stays in hospital, and mental health, with age taken into account.\
    """
caveat   = """\
    A score on a scale of its own: about three quarters of England lies between −1 and 1. For \
    neighbourhoods (LSOAs) only: districts and city regions have no figure, because scores \
    are not averaged. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
elsewhere = { same_as = "people/deprivation_score" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    health_score AS value,
    CASE WHEN health_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
