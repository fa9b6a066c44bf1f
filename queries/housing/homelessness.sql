/*
title    = "Homelessness"
question = "How many households are homeless?"
unit     = "homeless households per 1,000 households"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 160
carried_from = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the homelessness indicator, a rate for each 1,000 households, one of those of \
    the housing and services domain.\
    """
caveat   = """\
    The publisher’s file does not say which kinds of homelessness are counted. Published for districts: \
    all neighbourhoods of a district carry its one figure. A district’s figure here is read back from \
    them and marked derived; where they do not all carry the same there is none. Combined authorities \
    have none, because rates cannot be averaged without the numbers behind them. 2025 is the edition; \
    most of what it rests on is from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    homelessness_indicator_rate_per_1_000_households AS value,
    CASE WHEN homelessness_indicator_rate_per_1_000_households IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
