/*
title    = "Road casualties by ward (number)"
question = "Where are people killed or seriously hurt on our roads?"
unit     = "people killed or seriously injured in the year"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 80
statistic = "count"
sum_of   = "district"
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Police records (STATS19, Department for Transport): people killed or seriously injured, one row for \
    each. By district as recorded, by ward from the place of the collision. Complete years only.\
    """
caveat   = """\
    Greater Manchester only. Ward numbers are small and go up and down by chance: look at several years. \
    A ward with a motorway or a busy centre has more, whoever lives there. Recording of serious injuries \
    seems to have changed early in 2021: compare years from 2021 only.\
    """
breaks   = { same_as = "transport/road_casualties" }
*/

WITH complete_years AS (
    SELECT EXTRACT(YEAR FROM date) AS year
    FROM road_casualties
    GROUP BY EXTRACT(YEAR FROM date)
    HAVING COUNT(DISTINCT EXTRACT(MONTH FROM date)) = 12
),

places AS (
    SELECT DISTINCT district_code AS area_code
    FROM road_casualties
    UNION
    SELECT membership.area_code
    FROM membership
    INNER JOIN areas ON membership.area_code = areas.area_code AND areas.level = 'ward'
    -- Wards of the districts in which casualties are placed in a ward: no others can be said to have none.
    INNER JOIN membership AS placed ON membership.within = placed.within
    INNER JOIN (SELECT DISTINCT ward_code, district_code FROM road_casualties) AS hurt
        ON placed.area_code = hurt.ward_code AND placed.within = hurt.district_code
),

located AS (
    SELECT
        district_code AS area_code,
        EXTRACT(YEAR FROM date) AS year,
        severity
    FROM road_casualties
    UNION ALL
    SELECT
        ward_code AS area_code,
        EXTRACT(YEAR FROM date) AS year,
        severity
    FROM road_casualties
    WHERE ward_code <> ''
),

-- Every place in every complete year: a ward where nobody was hurt has 0, not a gap.
counted AS (
    SELECT
        places.area_code,
        complete_years.year,
        SUM(CASE WHEN located.severity IN ('Fatal', 'Serious') THEN 1 ELSE 0 END) AS people
    FROM places
    CROSS JOIN complete_years
    LEFT JOIN located
        ON places.area_code = located.area_code AND complete_years.year = located.year
    GROUP BY places.area_code, complete_years.year
)

SELECT
    area_code,
    MAKE_DATE(CAST(year AS INTEGER), 1, 1) AS period,
    people AS value,
    '' AS status
FROM counted
