/*
title    = "Active businesses"
question = "How many businesses are there?"
unit     = "businesses with turnover or employees in the year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 0
order    = 60
statistic = "count"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: businesses with turnover or employees at any time of the year, \
    rounded to 5. A combined authority is the sum of its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. Counted where the head office \
    is registered.\
    """
*/

WITH published AS (
    SELECT
        area_code,
        period,
        value,
        status
    FROM business_demography
    WHERE series = 'Active businesses'
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
