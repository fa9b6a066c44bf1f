/*
title    = "Business survival, one year"
question = "Do new businesses last a year?"
unit     = "% of businesses born in the year that lived one year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 90
statistic = "proportion"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: of the businesses born in the year shown, the share still active one \
    year later. The publisher gives rates, not numbers; because it does not round them, births and \
    survivors can be got back from them exactly. A combined authority is survivors over births, each \
    summed over its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. The year is the year of \
    birth.\
    """
*/

WITH births AS (
    SELECT
        rate.area_code,
        rate.period,
        ROUND(rate.value * active.value / 100) AS born
    FROM business_demography AS rate
    INNER JOIN business_demography AS active
        ON rate.area_code = active.area_code
        AND rate.period = active.period
        AND active.series = 'Active businesses'
    WHERE rate.series = 'Business births'
),

published AS (
    SELECT
        survival.area_code,
        survival.period,
        survival.value,
        ROUND(survival.value * births.born / 100) AS numerator,
        births.born AS denominator,
        survival.status
    FROM business_demography AS survival
    LEFT JOIN births ON survival.area_code = births.area_code AND survival.period = births.period
    WHERE survival.series = 'One-year survival rate'
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

-- Both counts summed over the districts, only where every one of them has both.
derived AS (
    SELECT
        members.area_code,
        published.period,
        SUM(published.numerator) AS numerator,
        SUM(published.denominator) AS denominator
    FROM members
    INNER JOIN published ON members.district_code = published.area_code
    GROUP BY members.area_code, published.period
    HAVING COUNT(published.numerator + published.denominator) = MAX(members.districts)
)

SELECT
    area_code,
    period,
    value,
    numerator,
    denominator,
    status
FROM published
UNION ALL
SELECT
    derived.area_code,
    derived.period,
    100.0 * derived.numerator / NULLIF(derived.denominator, 0) AS value,
    derived.numerator,
    derived.denominator,
    'derived' AS status
FROM derived
LEFT JOIN published
    ON derived.area_code = published.area_code AND derived.period = published.period
WHERE published.area_code IS NULL
