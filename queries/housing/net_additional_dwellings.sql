/*
title    = "Net additional homes"
question = "How many more homes do we have than a year ago?"
unit     = "homes gained in the year, less those lost"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
order    = 80
statistic = "count"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: new builds, conversions and changes of use, \
    less demolitions, from 1 April to 31 March. A combined authority is the sum of its districts, where \
    every one has a figure.\
    """
caveat   = """\
    A count: large places gain more, so compare by the rate per 1,000 homes. Years before 2023/24 may \
    since have been revised. Where districts have merged, the years before have no figure under the new \
    code.\
    """
*/

WITH published AS (
    SELECT
        area_code,
        period,
        value,
        status
    FROM net_additional_dwellings
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
