/*
title    = "Families in temporary accommodation"
question = "How many families with children have no settled home?"
unit     = "households with children in temporary accommodation per 1,000 households"
period   = "quarter"
better   = "lower"
audience = "public"
decimals = 1
order    = 26
statistic = "ratio"  # households stay for many quarters: no chance limits from counts
per      = 1000
sum_of   = "district"
gap_words = "households with children in temporary accommodation"
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Ministry of Housing, Communities and Local Government, homelessness case level data (H-CLIC), table \
    TA1: households with children in temporary accommodation on the last day of the quarter, for each \
    1,000 households that live in the area, by the Ministry's own number of households. A wider area is \
    the sum of its districts over the sum of their households.\
    """
caveat   = { same_as = "housing/temporary_accommodation" }
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
WHERE homes.series = 'Households with children in temporary accommodation'
