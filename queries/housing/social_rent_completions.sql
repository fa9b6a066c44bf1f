/*
title    = "Social rent homes completed"
question = "How many homes at the lowest rents are finished?"
unit     = "homes for social rent completed in the year"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
order    = 90
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: homes let at social rent, the lowest of the \
    affordable rents, finished or bought, 1 April to 31 March. A city region is the sum of its \
    districts.\
    """
caveat   = """\
    Homes sold under the right to buy or demolished are not taken off. Fewer were funded after \
    affordable rent began in 2011/12.\
    """
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
    AND tenure.series = 'Social Rent'
GROUP BY places.area_code, periods.period
