/*
title    = "Illness and disability"
question = "Where do most people get benefits because of illness or disability?"
unit     = "ratio of claims to those expected, adjusted for age and sex"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 122
owner    = "Research and insight team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the comparative illness and disability ratio, people who receive benefits \
    because of illness or disability set against the number expected for the age and sex of those who \
    live there, one of those of the health domain.\
    """
caveat   = """\
    Those who are entitled and do not claim are not seen. The publisher’s file does not say what the \
    ratio is measured against, so compare places, not the level. For neighbourhoods (LSOAs) only: \
    districts and city regions have no figure, because neighbourhoods cannot be averaged without \
    the numbers behind them. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    comparative_illness_and_disability_ratio_indicator AS value,
    CASE WHEN comparative_illness_and_disability_ratio_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
