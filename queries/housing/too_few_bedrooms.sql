/*
title    = "Too few bedrooms, as in the index"
question = "Where do most households have too few bedrooms?"
unit     = "% of households with too few bedrooms"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 106
statistic = "proportion"
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: household overcrowding by bedrooms, households with fewer bedrooms than the \
    census holds them to need, as a share of all, one of those of the housing and services domain.\
    """
caveat   = """\
    Nearly the same as “Overcrowded homes”, which has districts and regions too: the index counts the \
    same census in its own way. From the census of 21 March 2021, in lockdown. For neighbourhoods \
    (LSOAs) only: districts and city regions have no figure, because neighbourhoods cannot be \
    averaged without the numbers behind them. 2025 is the edition; most of what it rests on is from \
    earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    100 * household_overcrowding_indicator_bedrooms AS value,
    CASE WHEN household_overcrowding_indicator_bedrooms IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
