/*
title    = "Population change"
question = "Is the population growing?"
unit     = "residents gained in a year (below 0: lost) per 1,000 residents"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
order    = 12
statistic = "ratio"
per      = 1000
sum_of   = "district"
owner    = "Research and insight team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics mid-year estimates: residents on 30 June less those of the year before, \
    for each 1,000 of the year before: births less deaths, and moves in less moves out. A city region \
    without a figure of its own is worked out from the sums of its districts.\
    """
caveat   = """\
    Worked out from estimates that are revised after each census. Projections of the population are \
    published, but not held here: nothing is said of years to come.\
    """
*/

SELECT
    now.area_code,
    now.period,
    1000.0 * (now.value - earlier.value) / NULLIF(earlier.value, 0) AS value,
    now.value - earlier.value AS numerator,
    earlier.value AS denominator,
    CASE WHEN now.value IS NULL OR earlier.value IS NULL THEN 'x' ELSE 'derived' END AS status
FROM population_count AS now
INNER JOIN population_count AS earlier
    ON now.area_code = earlier.area_code
    AND now.series = earlier.series
    AND EXTRACT(YEAR FROM now.period) = EXTRACT(YEAR FROM earlier.period) + 1
WHERE now.series = 'Population count'
