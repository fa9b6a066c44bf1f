/*
title    = "Affordable homes completed"
question = "How many affordable homes are finished each year?"
unit     = "affordable homes completed in the year"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
headline = true
order    = 30
statistic = "count"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: homes of every affordable tenure (social, \
    affordable and intermediate rent, shared ownership, First Homes and other ownership) finished or \
    bought, 1 April to 31 March. A combined authority is the sum of its districts.\
    """
caveat   = """\
    A count: large places finish more. What counts as affordable has changed: affordable rent began in \
    2011/12, First Homes in 2021/22. Homes lost by sale or demolition are not taken off.\
    """
*/

WITH published AS (
    -- A tenure without completions has no row: no row means none.
    SELECT
        places.area_code,
        periods.period,
        CASE
            WHEN COUNT(tenure.area_code) = COUNT(tenure.value) THEN COALESCE(SUM(tenure.value), 0)
        END AS value,
        CASE WHEN COUNT(tenure.area_code) = COUNT(tenure.value) THEN '' ELSE 'x' END AS status
    FROM (SELECT DISTINCT area_code FROM affordable_homes_by_tenure) AS places
    CROSS JOIN (SELECT DISTINCT period FROM affordable_homes_by_tenure) AS periods
    LEFT JOIN affordable_homes_by_tenure AS tenure
        ON places.area_code = tenure.area_code
        AND periods.period = tenure.period
    GROUP BY places.area_code, periods.period
),

members AS (
    SELECT
        membership.within AS area_code,
        membership.area_code AS district_code,
        COUNT(*) OVER (PARTITION BY membership.within) AS districts
    FROM membership
    INNER JOIN areas AS authority
        ON membership.within = authority.area_code
        AND authority.level = 'combined_authority'
        AND authority.current
    INNER JOIN areas AS district
        ON membership.area_code = district.area_code
        AND district.level = 'district'
        AND district.current
),

-- A sum over the districts, only where every one of them has a figure.
derived AS (
    SELECT
        members.area_code,
        published.period,
        SUM(published.value) AS value,
        'derived' AS status
    FROM members
    INNER JOIN published ON members.district_code = published.area_code
    GROUP BY members.area_code, published.period
    HAVING COUNT(published.value) = MAX(members.districts)
)

SELECT
    area_code,
    period,
    value,
    status
FROM published
UNION ALL
SELECT
    derived.area_code,
    derived.period,
    derived.value,
    derived.status
FROM derived
LEFT JOIN published
    ON derived.area_code = published.area_code AND derived.period = published.period
WHERE published.area_code IS NULL
