/*
title    = "Workers who travel in from elsewhere"
question = "How many of those who travel to work here live somewhere else?"
unit     = "% of those who travelled to a fixed place of work here, Census 2021"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
statistic = "proportion"
order    = 99
owner    = "Transport team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics, Census 2021, journeys between districts (table ODWP01EW): of the \
    people who travel to a fixed place of work in the area, the share who live in another. Wider \
    areas are counted as one, not as a sum of shares; for England it does not apply.\
    """
caveat   = """\
    Census day, 21 March 2021, fell in lockdown, so this does not describe work today. Those who work \
    at home or have no fixed place make no journey and are not counted. One date only, so no trend \
    can be said. The larger an area, the fewer come from outside it.\
    """
*/

-- Each district, and every wider area of today that it lies in.
WITH places AS (
    SELECT area_code AS district, area_code FROM areas WHERE level = 'district' AND current
    UNION ALL
    SELECT membership.area_code AS district, membership.within AS area_code
    FROM membership
    INNER JOIN areas ON membership.area_code = areas.area_code AND areas.level = 'district'
    INNER JOIN areas AS whole ON membership.within = whole.area_code AND whole.level <> 'country'
),

workers AS (
    SELECT places.area_code, SUM(journeys.people) AS people
    FROM commuting_district AS journeys
    INNER JOIN places ON journeys.work_district = places.district
    WHERE journeys.work_district <> '111111111'
    GROUP BY places.area_code
),

inside AS (
    SELECT homes.area_code, SUM(journeys.people) AS people
    FROM places AS homes
    INNER JOIN commuting_district AS journeys ON homes.district = journeys.home_district
    INNER JOIN places AS works ON journeys.work_district = works.district AND homes.area_code = works.area_code
    GROUP BY homes.area_code
)

SELECT
    workers.area_code,
    DATE '2021-03-21' AS period,
    100.0 * (workers.people - inside.people) / NULLIF(workers.people, 0) AS value,
    (workers.people - inside.people) AS numerator,
    workers.people AS denominator,
    '' AS status
FROM workers
INNER JOIN inside ON workers.area_code = inside.area_code
UNION ALL
-- Nearly everybody stays in England: no place is told by comparison with that.
SELECT
    'E92000001' AS area_code,
    DATE '2021-03-21' AS period,
    NULL AS value,
    NULL AS numerator,
    NULL AS denominator,
    'z' AS status
