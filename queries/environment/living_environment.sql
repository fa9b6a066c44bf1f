/*
title    = "Living environment deprivation"
question = "Where are homes and streets in the worst state?"
unit     = "domain score; higher is worse"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 20
owner    = "Environment team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, living \
    environment domain: the state of homes indoors, and outdoors the quality of the air, noise and road \
    safety, put together by the publisher.\
    """
caveat   = """\
    A score has no unit: one twice as high is not twice as bad. For neighbourhoods (LSOAs) only: \
    districts and city regions have no figure, because neighbourhoods cannot be averaged without \
    the numbers behind them. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
elsewhere = { same_as = "people/deprivation_score" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    environment_score AS value,
    CASE WHEN environment_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
