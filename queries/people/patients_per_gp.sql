/*
title    = "Patients for each GP"
question = "Where does a family doctor have most patients?"
unit     = "patients for each general practitioner"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 126
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the ratio of patients to general practitioners, one of those of the housing \
    and services domain.\
    """
caveat   = """\
    It says how many share a doctor, not how long they wait. For neighbourhoods (LSOAs) only: districts \
    and city regions have no figure, because neighbourhoods cannot be averaged without the \
    numbers behind them. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    patient_to_gp_ratio AS value,
    CASE WHEN patient_to_gp_ratio IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
