/*
title    = "Business deaths"
question = "How many businesses close?"
unit     = "businesses closed as % of active businesses"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 80
statistic = "proportion"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: businesses active in the year and in neither of the two years after, \
    as a share of active businesses. The publisher gives rates, not numbers; because it does not round \
    them, rate times active businesses gives back its own numbers (to 5). A combined authority is made \
    from those, summed over its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. The latest two years are \
    estimated and will be revised.\
    """
*/

WITH published AS (
    SELECT
        rate.area_code,
        rate.period,
        rate.value,
        ROUND(rate.value * active.value / 100) AS numerator,
        active.value AS denominator,
        rate.status
    FROM business_demography AS rate
    LEFT JOIN business_demography AS active
        ON rate.area_code = active.area_code
        AND rate.period = active.period
        AND active.series = 'Active businesses'
    WHERE rate.series = 'Business deaths'
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
