/*
title    = "Poor broadband speeds"
question = "Where are broadband speeds worst?"
unit     = "index score around 0; higher is more deprived"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
order    = 60
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025: the \
    indicator “Digital connectivity (broadband download and upload speeds)”, one of those of the \
    wider barriers part of the housing and services domain. It is higher where that part is more deprived.\
    """
caveat   = """\
    A score on a scale of its own, not a speed. For neighbourhoods (LSOAs) only: districts and \
    city regions have no figure, because scores are not averaged. 2025 is the edition; most \
    of what it rests on is from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    digital_connectivity_broadband_download_and_upload_speeds AS value,
    CASE WHEN digital_connectivity_broadband_download_and_upload_speeds IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
