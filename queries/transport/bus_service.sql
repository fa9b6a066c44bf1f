/*
title    = "Bus service"
question = "How many buses stop near people's homes?"
unit     = "buses timetabled to stop from 7 to 10 each morning per 1,000 people"
period   = "three months"
better   = "higher"
audience = "public"
decimals = 1
order    = 13
statistic = "ratio"
per      = 1000
owner    = "Transport team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, Data Science Campus, from the Bus Open Data Service: buses timetabled \
    to stop in a neighbourhood between 7 and 10 in the morning, a day, averaged over the 90 days of \
    February to April 2024, for each 1,000 residents of Census 2021. Wider areas are sums of their \
    neighbourhoods.\
    """
caveat   = """\
    Experimental, three months of 2024 alone. A bus that stops at ten stops counts ten times, and a \
    neighbourhood with a bus station has very many. Neighbourhoods without a count are left out by the \
    publisher, so a wider area has a figure where nine in ten of its people live in the others, and speaks \
    of these.\
    """
*/

WITH residents AS (
    SELECT
        lsoa21_code,
        MAX(total_residents) AS people
    FROM census_disability
    GROUP BY lsoa21_code
),

stops AS (
    SELECT
        residents.lsoa21_code AS area_code,
        residents.people,
        bus.value / 90 AS stops,
        CASE WHEN bus.value IS NOT NULL THEN residents.people END AS counted
    FROM residents
    LEFT JOIN bus_punctuality AS bus
        ON residents.lsoa21_code = bus.area_code AND bus.series = 'Timetabled stops'
),

areas_all AS (
    SELECT area_code, people, stops, counted FROM stops
    UNION ALL
    SELECT
        membership.within AS area_code,
        SUM(stops.people) AS people,
        SUM(stops.stops) AS stops,
        SUM(stops.counted) AS counted
    FROM stops
    INNER JOIN membership ON stops.area_code = membership.area_code
    INNER JOIN areas AS whole
        ON membership.within = whole.area_code AND whole.current AND whole.area_code <> 'K02000001'
    GROUP BY membership.within
)

SELECT
    area_code,
    DATE '2024-02-01' AS period,
    CASE WHEN counted >= 0.9 * people THEN 1000.0 * stops / NULLIF(counted, 0) END AS value,
    CASE WHEN counted >= 0.9 * people THEN stops END AS numerator,
    CASE WHEN counted >= 0.9 * people THEN counted END AS denominator,
    CASE WHEN counted >= 0.9 * people THEN 'derived' ELSE 'x' END AS status
FROM areas_all
