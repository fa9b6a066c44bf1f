/*
title    = "Stalking and harassment"
question = "Where are most people stalked or harassed?"
unit     = "recorded offences per 1,000 people at risk"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 140
owner    = "Research and insight team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: recorded stalking and harassment for each 1,000 people at risk, one of those \
    of the crime domain.\
    """
caveat   = { same_as = "people/theft" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    stalking_and_harassment_rate_per_1_000_at_risk_population AS value,
    CASE WHEN stalking_and_harassment_rate_per_1_000_at_risk_population IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
