/*
title    = "Poorer pupils often absent"
question = "How many pupils from poorer homes miss a lot of school?"
unit     = "% of pupils eligible for free school meals who miss 10% or more of school"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 121
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education: pupils eligible for free school meals in state-funded schools who missed a \
    tenth or more of their sessions in the year.\
    """
caveat   = { same_as = "skills/persistent_absence" }

[[breaks]]
since  = 2020-08-01
reason = "2019/20 was not published; in 2020/21 and 2021/22 absence for COVID was not counted."

[[breaks]]
since  = 2022-08-01
reason = "Sessions missed because of COVID are counted as absence again."
*/

SELECT area_code, period, value, status
FROM persistent_absences_free_school_meals
WHERE series = 'Persistent absences for pupils eligible for free school meals'
