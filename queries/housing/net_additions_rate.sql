/*
title    = "Net additional homes per 1,000 homes"
question = "Are we building enough homes for the people who live here?"
unit     = "homes gained in the year per 1,000 existing homes"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
headline = true
order    = 20
statistic = "ratio"  # homes come in batches and can be lost: no chance limits from counts
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: new builds, conversions and changes of use, \
    less demolitions, for each 1,000 homes standing on the 31 March before. A combined authority is made \
    from the counts of its districts: homes gained, summed, over homes standing, summed.\
    """
caveat   = """\
    The publisher rounds to whole homes per 1,000. Combined authorities reach 2023/24 only, the last \
    year of counts held, and those counts have since been revised in some districts.\
    """
*/

WITH published AS (
    SELECT
        rate.area_code,
        rate.period,
        rate.value,
        homes.value AS numerator,
        stock.value AS denominator,
        rate.status
    FROM net_additions_to_the_housing_stock AS rate
    LEFT JOIN net_additional_dwellings AS homes
        ON rate.area_code = homes.area_code AND rate.period = homes.period
    -- The stock of 31 March, the day before the year begins.
    LEFT JOIN vacant_homes AS stock
        ON rate.area_code = stock.area_code
        AND stock.series = 'Dwellings'
        AND EXTRACT(YEAR FROM rate.period) = EXTRACT(YEAR FROM stock.period)
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
    CAST(NULL AS DOUBLE) AS numerator, -- the published rate is rounded, and later revised
    CAST(NULL AS DOUBLE) AS denominator,
    status
FROM published
UNION ALL
SELECT
    derived.area_code,
    derived.period,
    1000.0 * derived.numerator / NULLIF(derived.denominator, 0) AS value,
    derived.numerator,
    derived.denominator,
    'derived' AS status
FROM derived
LEFT JOIN published
    ON derived.area_code = published.area_code AND derived.period = published.period
WHERE published.area_code IS NULL
