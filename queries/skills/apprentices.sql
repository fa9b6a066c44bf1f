/*
title    = "Apprentices"
question = "How many adults are apprentices?"
unit     = "apprentices aged 19 and over in the year per 1,000 residents"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
order    = 27
statistic = "ratio"  # the same people may learn for several years: no chance limits from counts
per      = 1000
sum_of   = "district"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub: adults aged 19 and over on an apprenticeship, \
    by where they live, for each 1,000 residents of all ages in June before the year (ONS). A city region \
    without a figure of its own is worked out from the sums of its districts.\
    """
caveat   = { same_as = "skills/adult_learners" }
*/

SELECT
    learners.area_code,
    learners.period,
    1000.0 * learners.value / NULLIF(residents.value, 0) AS value,
    learners.value AS numerator,
    residents.value AS denominator,
    CASE WHEN learners.value / NULLIF(residents.value, 0) IS NULL THEN 'x' ELSE 'derived' END AS status
FROM local_skills AS learners
LEFT JOIN population_count AS residents
    ON learners.area_code = residents.area_code
    AND residents.series = 'Population count'
    AND EXTRACT(YEAR FROM learners.period) = EXTRACT(YEAR FROM residents.period)
WHERE learners.metric = 'participation' AND learners.breakdown = 'Provision' AND learners.subgroup = 'Apprenticeships'
