/*
title    = "Killed or seriously injured on roads"
question = "How many people are killed or seriously hurt on our roads?"
unit     = "people killed or seriously injured per 100,000 residents"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
headline = true
order    = 40
statistic = "rate"
per      = 100000
sum_of   = "district"
gap_words = "people killed or seriously injured in the year"
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Police records (STATS19, Department for Transport): people killed or seriously injured, one row for \
    each, by the district of the collision, divided by its mid-year population. A city region \
    is the sum of its districts. Complete years only.\
    """
caveat   = """\
    Greater Manchester only. Do not compare years before 2021 with later ones: early in 2021 more injuries \
    began to be recorded as serious. Most likely the police changed from judging how bad an injury is to \
    ticking it on a list, as many forces did; roads need not have become more dangerous, and nothing here \
    is adjusted for it. People hurt here who live elsewhere count, though the rate divides by residents. \
    2024 is left out: only its first half is held.\
    """

[[breaks]]
since    = 2021-01-01
reason   = """\
    The share of casualties recorded as serious or fatal rose from about 15% to 22% early in 2021: how \
    severity is recorded seems to have changed. Our reading, not a statement of the publisher.\
    """
*/

WITH complete_years AS (
    SELECT EXTRACT(YEAR FROM date) AS year
    FROM road_casualties
    GROUP BY EXTRACT(YEAR FROM date)
    HAVING COUNT(DISTINCT EXTRACT(MONTH FROM date)) = 12
),

injured AS (
    SELECT
        road_casualties.district_code AS area_code,
        complete_years.year,
        SUM(CASE WHEN road_casualties.severity IN ('Fatal', 'Serious') THEN 1 ELSE 0 END) AS people
    FROM road_casualties
    INNER JOIN complete_years ON EXTRACT(YEAR FROM road_casualties.date) = complete_years.year
    GROUP BY road_casualties.district_code, complete_years.year
),

districts AS (
    SELECT
        injured.area_code,
        injured.year,
        injured.people AS numerator,
        population.value AS denominator
    FROM injured
    INNER JOIN population_count AS population
        ON injured.area_code = population.area_code
        AND injured.year = EXTRACT(YEAR FROM population.period)
)

SELECT
    area_code,
    MAKE_DATE(CAST(year AS INTEGER), 1, 1) AS period,
    100000.0 * numerator / NULLIF(denominator, 0) AS value,
    numerator,
    denominator,
    '' AS status
FROM districts
