/*
title    = "Barriers to housing and services"
question = "Where are homes hardest to afford and services hardest to reach?"
unit     = "index score; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 130
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    domain of barriers to housing and services, made of connectivity, affordability, overcrowding, \
    homelessness, broadband and patients for each GP.\
    """
caveat   = """\
    Some of its parts are the same for a whole district, so that neighbours can look more alike than \
    they are. For neighbourhoods (LSOAs) only: districts and city regions have no figure, \
    because scores are not averaged. 2025 is the edition; most of what it rests on is from earlier \
    years. Not comparable with 2019, so no trend can be said.\
    """
elsewhere = { same_as = "people/deprivation_score" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    housing_and_services_score AS value,
    CASE WHEN housing_and_services_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
