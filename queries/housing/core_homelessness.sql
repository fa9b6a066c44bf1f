/*
title    = "Core homelessness"
question = "How many households have the worst forms of homelessness?"
unit     = "% of households in core homelessness"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 2
suffix   = "%"
order    = 162
carried_from = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: core homelessness, the most severe kinds such as sleeping rough, as a share \
    of households, one of those of the housing and services domain.\
    """
caveat   = """\
    An estimate: many without a home of their own are in nobody’s records. Published for districts: all \
    neighbourhoods of a district carry its one figure. A district’s figure here is read back from them \
    and marked derived; where they do not all carry the same there is none. Combined authorities have \
    none, because rates cannot be averaged without the numbers behind them. 2025 is the edition; most of \
    what it rests on is from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    core_homelessness_rate_percent_of_households AS value,
    CASE WHEN core_homelessness_rate_percent_of_households IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
