/*
title    = "Households on Universal Credit"
question = "How many households rely on Universal Credit?"
unit     = "households on Universal Credit in the month per 1,000 households"
period   = "month"
better   = "lower"
audience = "public"
decimals = 0
headline = true
order    = 35
statistic = "ratio"  # households stay for many months: no chance limits from counts
per      = 1000
sum_of   = "district"
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Department for Work and Pensions (Stat-Xplore): households on Universal Credit in May 2025 for each 1,000 \
    households of the area in that quarter (Ministry of Housing, Communities and Local Government). A city \
    region, and England, is the sum of its districts over the sum of their households.\
    """
caveat   = """\
    Provisional: it may be up to two per cent off. Many people on Universal Credit are in work, so this is not \
    unemployment. 12,428 of Great Britain's 6.6 million households are in no known district. One month is held.\
    """
*/

WITH districts AS (
    SELECT
        credit.area_code,
        credit.period,
        credit.value AS numerator,
        1000.0 * households.value AS denominator,
        credit.status
    FROM universal_credit AS credit
    LEFT JOIN homelessness AS households
        ON credit.area_code = households.area_code
        AND EXTRACT(YEAR FROM credit.period) = EXTRACT(YEAR FROM households.period)
        AND EXTRACT(QUARTER FROM credit.period) = EXTRACT(QUARTER FROM households.period)
        AND households.series = 'Households (thousands)'
)

SELECT
    area_code,
    period,
    1000.0 * numerator / NULLIF(denominator, 0) AS value,
    numerator,
    denominator,
    CASE WHEN numerator / NULLIF(denominator, 0) IS NULL THEN 'x' ELSE status END AS status
FROM districts
UNION ALL
SELECT
    'E92000001' AS area_code,
    period,
    1000.0 * SUM(numerator) / NULLIF(SUM(denominator), 0) AS value,
    SUM(numerator) AS numerator,
    SUM(denominator) AS denominator,
    'derived' AS status
FROM districts
GROUP BY period
HAVING COUNT(numerator + denominator) = COUNT(*)
