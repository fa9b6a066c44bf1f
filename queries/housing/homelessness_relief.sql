/*
title    = "Households owed a relief duty"
question = "How many households are homeless already when they are assessed?"
unit     = "households owed a relief duty in the quarter per 1,000 households"
period   = "quarter"
better   = "lower"
audience = "public"
decimals = 2
order    = 27
statistic = "ratio"  # households stay for many quarters: no chance limits from counts
seasonal = true
per      = 1000
sum_of   = "district"
gap_words = "households owed a relief duty in the quarter"
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Ministry of Housing, Communities and Local Government, homelessness case level data (H-CLIC), table \
    A1: households assessed in the quarter as homeless and owed a duty to relieve it, for each 1,000 \
    households that live in the area, by the Ministry's own number of households. A wider area is the sum \
    of its districts over the sum of their households.\
    """
caveat   = { same_as = "housing/homelessness_duties" }
*/

SELECT
    homes.area_code,
    homes.period,
    homes.value / NULLIF(households.value, 0) AS value,
    homes.value AS numerator,
    1000.0 * households.value AS denominator,
    CASE WHEN households.value IS NULL THEN 'x' ELSE homes.status END AS status
FROM homelessness AS homes
LEFT JOIN homelessness AS households
    ON homes.area_code = households.area_code
    AND homes.period = households.period
    AND households.series = 'Households (thousands)'
WHERE homes.series = 'Relief duty owed'
