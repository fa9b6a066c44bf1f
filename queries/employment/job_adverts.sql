/*
title    = "Job adverts"
question = "How many jobs are on offer?"
unit     = "job adverts online in the month per 1,000 people"
period   = "month"
better   = "higher"
audience = "public"
decimals = 1
order    = 45
statistic = "ratio"  # adverts are no chance events: no limits from counts
per      = 1000
sum_of   = "district"
gap_words = "job adverts in the month"
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local skills dashboard: job adverts that were online in July 2025, for each \
    1,000 residents in June of the year before (ONS).\
    """
caveat   = """\
    Adverts, not jobs: one may be for several posts, and the same post may be advertised twice. An advert \
    stands where its employer puts it, so a city centre has more than people who live there can fill. One \
    month is held.\
    """
*/

SELECT
    adverts.area_code,
    adverts.period,
    1000.0 * adverts.value / NULLIF(residents.value, 0) AS value,
    adverts.value AS numerator,
    residents.value AS denominator,
    CASE WHEN adverts.value IS NULL THEN adverts.status WHEN residents.value IS NULL THEN 'x' ELSE 'derived' END
        AS status
FROM job_adverts AS adverts
LEFT JOIN population_count AS residents
    ON adverts.area_code = residents.area_code
    AND EXTRACT(YEAR FROM adverts.period) = EXTRACT(YEAR FROM residents.period) + 1
