/*
title    = "People sleeping rough"
question = "How many people sleep on the street?"
unit     = "people sleeping rough on one night in autumn per 100,000 people"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 28
statistic = "ratio"  # part of it is estimated: no chance limits from counts
per      = 100000
sum_of   = "district"
gap_words = "people sleeping rough on one night in autumn"
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Department for Levelling Up, Housing and Communities, rough sleeping snapshot: people seen, or thought \
    to be, sleeping rough on one night between October and November, for each 100,000 residents in June of \
    that year (ONS). A wider area is the sum of its districts over their residents.\
    """
caveat   = """\
    One night, counted in some councils and estimated in others. 2020 and 2021 were years in which \
    councils took people in from the street. The edition held ends in 2022: later years are published, but \
    not held here.\
    """
*/

SELECT
    rough.area_code,
    rough.period,
    100000.0 * rough.value / NULLIF(residents.value, 0) AS value,
    rough.value AS numerator,
    residents.value AS denominator,
    CASE WHEN rough.value IS NULL THEN rough.status WHEN residents.value IS NULL THEN 'x' ELSE 'derived' END AS status
FROM rough_sleeping AS rough
LEFT JOIN population_count AS residents
    ON rough.area_code = residents.area_code
    AND EXTRACT(YEAR FROM rough.period) = EXTRACT(YEAR FROM residents.period)
WHERE rough.series = 'People sleeping rough'
