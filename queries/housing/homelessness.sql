/*
title    = "Homelessness"
question = "How many households are homeless?"
unit     = "homeless households per 1,000 households"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 160
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

WITH of_neighbourhoods AS (
    SELECT
        lsoa21_code AS area_code,
        homelessness_indicator_rate_per_1_000_households AS value
    FROM imd_2025_indicators
),

of_districts AS (
    SELECT
        membership.within AS area_code,
        MIN(of_neighbourhoods.value) AS lowest,
        MAX(of_neighbourhoods.value) AS highest
    FROM of_neighbourhoods
    INNER JOIN membership ON of_neighbourhoods.area_code = membership.area_code
    INNER JOIN areas
        ON membership.within = areas.area_code
        AND areas.level = 'district'
        AND areas.current
    GROUP BY membership.within
)

SELECT
    area_code,
    DATE '2025-01-01' AS period,
    value,
    CASE WHEN value IS NULL THEN 'x' ELSE '' END AS status
FROM of_neighbourhoods
UNION ALL
SELECT
    area_code,
    DATE '2025-01-01' AS period,
    CASE WHEN lowest = highest THEN lowest END AS value,
    CASE WHEN lowest = highest THEN 'derived' ELSE 'x' END AS status
FROM of_districts
