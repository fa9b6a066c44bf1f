/*
title    = "Working at home or on the move"
question = "Where did people need no journey to a fixed place of work?"
unit     = "% of workers at home or without a fixed place of work, Census 2021"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
statistic = "proportion"
from_counts = true
sum_of   = "msoa"
order    = 97
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: workers who mainly work at home or have no fixed \
    place of work, as a share of all workers who live in the area. Larger areas are the counts of \
    their areas of about 8,000 people (MSOAs) added up.\
    """
caveat   = """\
    Census day, 21 March 2021, fell in lockdown: many worked at home or were on furlough, so this \
    does not describe work today. One date only, so no trend can be said.\
    """
*/

SELECT
    home_msoa AS area_code,
    DATE '2021-03-21' AS period,
    SUM(CASE WHEN work_msoa = '111111111' THEN people ELSE 0 END) AS numerator,
    SUM(people) AS denominator
FROM commuting_msoa
WHERE home_msoa LIKE 'E%'
GROUP BY home_msoa
