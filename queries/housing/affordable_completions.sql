/*
title    = "Affordable homes completed"
question = "How many affordable homes are finished each year?"
unit     = "affordable homes completed in the year"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
headline = true
order    = 30
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: homes of every affordable tenure (social, \
    affordable and intermediate rent, shared ownership, First Homes and other ownership) finished or \
    bought, 1 April to 31 March. A city region is the sum of its districts.\
    """
caveat   = """\
    A count: large places finish more. What counts as affordable has changed: affordable rent began in \
    2011/12, First Homes in 2021/22. Homes lost by sale or demolition are not taken off.\
    """

[[breaks]]
since    = 2011-04-01
reason   = "Affordable rent, at up to 80% of market rent, began and counts as affordable from here on."
*/

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
GROUP BY places.area_code, periods.period
