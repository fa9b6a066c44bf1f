/*
title    = "Homes empty for six months or more"
question = "How many homes stand empty while people need one?"
unit     = "% of homes"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 2
suffix   = "%"
headline = true
order    = 40
statistic = "proportion"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, from council tax records of early October: \
    homes empty for more than six months, as a share of the homes of 31 March of the same year. A \
    combined authority is made from the counts of its districts.\
    """
caveat   = """\
    Only homes that owners report as empty are seen. Since April 2013 councils set the discount \
    themselves; where there is none owners have less reason to report. 2020 was a pandemic year. Second \
    homes are not counted.\
    """

[[breaks]]
since    = 2013-04-01
reason   = """\
    Council tax exemptions for empty homes became discounts that councils set, so fewer owners report \
    that a home is empty.\
    """
*/

WITH published AS (
    SELECT
        empty.area_code,
        empty.period,
        100.0 * empty.value / NULLIF(stock.value, 0) AS value,
        empty.value AS numerator,
        stock.value AS denominator,
        CASE WHEN stock.value > 0 THEN empty.status ELSE 'x' END AS status
    FROM vacant_homes AS empty
    LEFT JOIN vacant_homes AS stock
        ON empty.area_code = stock.area_code
        AND stock.series = 'Dwellings'
        AND EXTRACT(YEAR FROM empty.period) = EXTRACT(YEAR FROM stock.period)
    WHERE empty.series = 'Long-term vacant homes'
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
