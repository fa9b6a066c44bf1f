/*
title    = "Buying a home out of reach"
question = "Where can fewest households afford to buy?"
unit     = "index component from 0 to 1; higher is harder to afford"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 150
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the owner-occupation part of the housing affordability indicator, how far \
    buying a home there is beyond what people earn.\
    """
caveat   = """\
    The publisher’s file does not say how the part is scaled, so compare places, not the level. For \
    neighbourhoods (LSOAs) only: districts and city regions have no figure, because scores are \
    not averaged. 2025 is the edition; most of what it rests on is from earlier years. Not comparable \
    with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    owner_occupation_affordability_component_of_housing_affordability_indicator AS value,
    CASE
        WHEN owner_occupation_affordability_component_of_housing_affordability_indicator IS NULL
            THEN 'x'
        ELSE ''
    END AS status
FROM imd_2025_indicators
