/*
title    = "Homes out of reach"
question = "Where are homes hardest to afford, to buy or to rent?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 154
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the housing affordability indicator, made of how hard it is to buy and to \
    rent, one of those of the housing and services domain.\
    """
caveat   = { same_as = "housing/geographical_barriers" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    housing_affordability_indicator AS value,
    CASE WHEN housing_affordability_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
