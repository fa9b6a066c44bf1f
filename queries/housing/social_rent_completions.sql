/*
title    = "Social rent homes completed"
question = "How many homes at the lowest rents are finished?"
unit     = "homes for social rent completed in the year"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
order    = 90
statistic = "count"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: homes let at social rent, the lowest of the \
    affordable rents, finished or bought, 1 April to 31 March. A combined authority is the sum of its \
    districts.\
    """
caveat   = """\
    Homes sold under the right to buy or demolished are not taken off. Fewer were funded after \
    affordable rent began in 2011/12.\
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
        AND tenure.series = 'Social Rent'
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
