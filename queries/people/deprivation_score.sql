/*
title    = "Deprivation score"
question = "Which neighbourhoods face the most kinds of hardship?"
unit     = "index score; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 100
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: seven \
    domains (income, employment, education, health, crime, barriers to housing and services, living \
    environment), put together with the weights of the publisher.\
    """
caveat   = """\
    A score has no unit: one twice as high is not twice as deprived. An area is not its people: many in \
    deprived areas are not deprived. For neighbourhoods (LSOAs) only: districts and city regions \
    have no figure, because neighbourhoods cannot be averaged without the numbers behind them. 2025 is \
    the edition; most of what it rests on is from earlier years. Not comparable with 2019, so no trend \
    can be said.\
    """

[elsewhere]
levels    = ["county", "district"]
published = "districts and counties, as average scores"
held      = "neighbourhoods"
address   = "https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025"
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    imd_score AS value,
    CASE WHEN imd_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
