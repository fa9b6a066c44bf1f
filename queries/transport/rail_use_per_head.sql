/*
title    = "Rail passengers per head"
question = "How much is the railway used for the people who live here?"
unit     = "entries and exits at rail stations in the year for each resident"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 1
order    = 15
statistic = "ratio"  # an estimate of journeys: no limits from counts
per      = 1
sum_of   = "district"
gap_words = "entries and exits at rail stations in the year"
owner    = "Transport team"
reviewed = 2026-11-29
method   = """\
    Office of Rail and Road, estimates of station usage: entries and exits at the stations of a district, \
    divided by residents in the June after the year began (ONS). Wider areas are sums over sums.\
    """
caveat   = """\
    Estimates from ticket sales, by where the station is: a busy station counts for its district, whoever \
    uses it. Trams and the Underground are not counted. 2020/21 and 2021/22 were years of travel \
    restrictions, and newer years, which are published, are not held here.\
    """
*/

WITH places AS (
    SELECT area_code FROM areas
    WHERE current AND (level IN ('district', 'county', 'region') OR area_code = 'E92000001')
),

used AS (
    SELECT
        places.area_code,
        stations.period,
        SUM(stations.entries_and_exits) AS entries_and_exits
    FROM rail_stations AS stations
    INNER JOIN membership ON stations.lsoa21_code = membership.area_code
    INNER JOIN places ON membership.within = places.area_code
    GROUP BY places.area_code, stations.period
),

-- A district without a station has none of the passengers: the list of stations is complete.
every_year AS (
    SELECT DISTINCT places.area_code, stations.period
    FROM places
    CROSS JOIN rail_stations AS stations
)

SELECT
    every_year.area_code,
    every_year.period,
    1.0 * COALESCE(used.entries_and_exits, 0) / NULLIF(residents.value, 0) AS value,
    COALESCE(used.entries_and_exits, 0) AS numerator,
    residents.value AS denominator,
    CASE WHEN residents.value IS NULL THEN 'x' ELSE 'derived' END AS status
FROM every_year
LEFT JOIN used ON every_year.area_code = used.area_code AND every_year.period = used.period
LEFT JOIN population_count AS residents
    ON every_year.area_code = residents.area_code
    AND EXTRACT(YEAR FROM every_year.period) = EXTRACT(YEAR FROM residents.period)
