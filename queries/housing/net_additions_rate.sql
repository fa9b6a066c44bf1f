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
per      = 1000
statistic = "ratio"  # homes come in batches and can be lost: no chance limits from counts
gap_words = "homes gained in the year"
gap_base = "housing/homes"
measure  = "homes added"
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Ministry of Housing, Communities and Local Government: new builds, conversions and changes of use, \
    less demolitions, for each 1,000 homes standing on the 31 March before. Where no rate is published \
    (city regions, and years in which districts merged) it is worked out from the two counts, \
    summed over the districts.\
    """
caveat   = """\
    The publisher rounds to whole homes per 1,000. City regions reach 2023/24 only, the last \
    year of counts held, and those counts have since been revised in some districts.\
    """
*/

-- Homes gained, and the stock of 31 March, the day before the year begins.
WITH counted AS (
    SELECT
        homes.area_code,
        homes.period,
        homes.value AS numerator,
        stock.value AS denominator
    FROM net_additional_dwellings AS homes
    INNER JOIN vacant_homes AS stock
        ON homes.area_code = stock.area_code
        AND stock.series = 'Dwellings'
        AND EXTRACT(YEAR FROM homes.period) = EXTRACT(YEAR FROM stock.period)
    WHERE homes.value IS NOT NULL AND stock.value > 0
),

members AS (
    SELECT
        membership.within AS area_code,
        membership.area_code AS district_code,
        COUNT(*) OVER (PARTITION BY membership.within) AS districts
    FROM membership
    INNER JOIN areas AS authority
        ON membership.within = authority.area_code
        AND authority.level IN ('city_region', 'own_area')
        AND authority.current
    INNER JOIN areas AS district
        ON membership.area_code = district.area_code
        AND district.level = 'district'
        AND district.current
    UNION ALL
    SELECT DISTINCT
        area_code,
        area_code AS district_code,
        1 AS districts
    FROM counted
),

-- Both counts summed over the districts, only where every one of them has both.
derived AS (
    SELECT
        members.area_code,
        counted.period,
        SUM(counted.numerator) AS numerator,
        SUM(counted.denominator) AS denominator
    FROM members
    INNER JOIN counted ON members.district_code = counted.area_code
    GROUP BY members.area_code, counted.period
    HAVING COUNT(*) = MAX(members.districts)
)

SELECT
    area_code,
    period,
    value,
    CAST(NULL AS DOUBLE) AS numerator, -- the published rate is rounded, and later revised
    CAST(NULL AS DOUBLE) AS denominator,
    status
FROM net_additions_to_the_housing_stock
UNION ALL
SELECT
    derived.area_code,
    derived.period,
    1000.0 * derived.numerator / NULLIF(derived.denominator, 0) AS value,
    derived.numerator,
    derived.denominator,
    'derived' AS status
FROM derived
LEFT JOIN net_additions_to_the_housing_stock AS published
    ON derived.area_code = published.area_code AND derived.period = published.period
WHERE published.area_code IS NULL
