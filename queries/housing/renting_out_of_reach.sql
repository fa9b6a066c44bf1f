/*
title    = "Renting a home out of reach"
question = "Where can fewest households afford a private rent?"
unit     = "index component from 0 to 1; higher is harder to afford"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 152
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the private rental part of the housing affordability indicator, how far a \
    private rent there is beyond what people earn.\
    """
caveat   = { same_as = "housing/buying_out_of_reach" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    private_rental_affordability_component_of_housing_affordability_indicator AS value,
    CASE
        WHEN private_rental_affordability_component_of_housing_affordability_indicator IS NULL
            THEN 'x'
        ELSE ''
    END AS status
FROM imd_2025_indicators
