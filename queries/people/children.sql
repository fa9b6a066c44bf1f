/*
title    = "Children under 16"
question = "How many children live here?"
unit     = "children under 16 who usually live here, mid-year"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
order    = 42
statistic = "count"
sum_of   = "district"
owner    = "Research and insight team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics mid-year estimates, worked out here: all residents times the published \
    share of those under 16. What a gap in rates comes to in children is counted among them.\
    """
caveat   = """\
    Estimates, revised after each census. The share is published to 0.01 points, so the last two or three \
    digits mean nothing. Its file does not name the band: in Greater Manchester's districts it agrees with \
    single years of age under 16 of 2020 to 0.7 points.\
    """
*/

SELECT
    people.area_code,
    people.period,
    ROUND(people.value * young.value / 100) AS value,
    CASE WHEN people.value * young.value IS NULL THEN 'x' ELSE 'derived' END AS status
FROM population_count AS people
INNER JOIN broad_age_bands AS young
    ON people.area_code = young.area_code AND people.period = young.period
WHERE people.series = 'Population count'
