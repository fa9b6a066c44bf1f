/*
title    = "Violence with injury"
question = "Where are most people hurt by violence?"
unit     = "recorded offences per 1,000 people at risk"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 134
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: recorded violence with injury for each 1,000 people at risk, one of those of \
    the crime domain.\
    """
caveat   = { same_as = "people/theft" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    violence_with_injury_rate_per_1_000_at_risk_population AS value,
    CASE WHEN violence_with_injury_rate_per_1_000_at_risk_population IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
