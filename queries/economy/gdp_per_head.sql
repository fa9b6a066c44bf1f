/*
title    = "Economic output per head"
question = "How much does the economy make for each resident?"
unit     = "£ of gross domestic product in the year for each resident"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 0
prefix   = "£"
headline = true
order    = 12
statistic = "ratio"
per      = 1
sum_of   = "district"
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics: gross domestic product over residents. England, and a city region without \
    a figure of its own, are worked out from districts, each one's figure times its residents: within a \
    thousandth of what is published where both are known.\
    """
caveat   = """\
    In the prices of each year. What is made here, whoever gets the income: places that people travel to for \
    work stand high. The edition of May 2025, from an archive.\
    """
*/

WITH output AS (
    SELECT
        made.area_code,
        made.period,
        made.value,
        made.value * residents.value AS numerator,
        residents.value AS denominator,
        made.status
    FROM gdp_per_head AS made
    LEFT JOIN population_count AS residents
        ON made.area_code = residents.area_code
        AND EXTRACT(YEAR FROM made.period) = EXTRACT(YEAR FROM residents.period)
    WHERE made.series = 'Gross domestic product per head at current market price'
)

SELECT area_code, period, value, numerator, denominator, status
FROM output
UNION ALL
SELECT
    'E92000001' AS area_code,
    output.period,
    SUM(output.numerator) / NULLIF(SUM(output.denominator), 0) AS value,
    SUM(output.numerator) AS numerator,
    SUM(output.denominator) AS denominator,
    'derived' AS status
FROM output
INNER JOIN areas ON output.area_code = areas.area_code AND areas.level = 'district' AND areas.current
GROUP BY output.period
HAVING COUNT(output.numerator) = (SELECT COUNT(*) FROM areas WHERE level = 'district' AND current)
