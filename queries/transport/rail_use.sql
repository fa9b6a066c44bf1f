/*
title    = "Rail passengers at stations"
question = "How many people get on or off a train here?"
unit     = "entries and exits at rail stations in the year, millions"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 2
suffix   = " million"
order    = 14
statistic = "count"
sum_of   = "district"
owner    = "Transport team"
reviewed = 2026-11-29
method   = """\
    Office of Rail and Road, estimates of station usage (tables 1410 and 1415): entries and exits at every \
    station of the national railway, placed by its coordinates and added up.\
    """
caveat   = """\
    Estimates from ticket sales, by where the station is: visitors count, and each journey has an entry \
    and an exit. Trams and the Underground are not counted. 2020/21 and 2021/22 were years of travel \
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
    COALESCE(used.entries_and_exits, 0) / 1000000.0 AS value,
    'derived' AS status
FROM every_year
LEFT JOIN used ON every_year.area_code = used.area_code AND every_year.period = used.period
