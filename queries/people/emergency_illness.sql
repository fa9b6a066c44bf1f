/*
title    = "Emergency illness"
question = "Where do most people go to hospital in an emergency?"
unit     = "rate of emergency admissions, adjusted for age and sex"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 121
owner    = "Research and insight team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: acute morbidity, emergency admissions to hospital as a rate that is adjusted \
    for age and sex, one of those of the health domain.\
    """
caveat   = """\
    The publisher’s file does not say what the rate is measured against, so compare places, not the \
    level. How easily people reach a doctor counts as well as how ill they are. For neighbourhoods \
    (LSOAs) only: districts and city regions have no figure, because neighbourhoods cannot be \
    averaged without the numbers behind them. 2025 is the edition; most of what it rests on is from \
    earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    acute_morbidity_indicator AS value,
    CASE WHEN acute_morbidity_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
