/*
title    = "Years of life lost early"
question = "Where do most people die young?"
unit     = "rate of years of life lost, adjusted for age and sex"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 124
owner    = "Research and insight team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: years of potential life lost, a measure of early death that is adjusted for \
    age and sex, one of those of the health domain.\
    """
caveat   = """\
    The publisher’s file does not say what the rate is measured against, so compare places, not the \
    level. Deaths in one neighbourhood are few, so chance plays a part. For neighbourhoods (LSOAs) only: \
    districts and city regions have no figure, because neighbourhoods cannot be averaged without \
    the numbers behind them. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    years_of_potential_life_lost_indicator AS value,
    CASE WHEN years_of_potential_life_lost_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
