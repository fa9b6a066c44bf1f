/*
title    = "Pupils suspended"
question = "How many pupils were suspended from school?"
unit     = "% of pupils with one suspension or more in the year"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 2
suffix   = "%"
order    = 124
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: pupils of state-funded schools with one \
    suspension (fixed-period exclusion) or more in the school year, as a share of all pupils.\
    """
caveat   = """\
    Schools were closed to most pupils in parts of 2019/20 and 2020/21, so fewer could be suspended. Schools \
    suspend for different things. Published for upper-tier authorities, regions and England. Combined \
    authorities have no figure: the numbers of pupils behind the percentages are not held, and percentages \
    are not averaged.\
    """

[[breaks]]
since  = 2019-09-01
reason = "Schools were closed to most pupils in parts of 2020 and 2021."

[[breaks]]
since  = 2021-09-01
reason = "Schools were open all year again."
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'Total_ Pup_FixedEx'
