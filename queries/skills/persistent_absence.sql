/*
title    = "Pupils often absent"
question = "How many pupils miss a lot of school?"
unit     = "% of pupils who miss 10% or more of school"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 120
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education: pupils of state-funded primary, secondary and special schools who missed a \
    tenth or more of their sessions in the year.\
    """
caveat   = """\
    2019/20 was not published. In 2020/21 and 2021/22 sessions missed because of COVID were possible \
    sessions but not absences. Published for upper-tier authorities; combined authorities have no \
    figure.\
    """

[[breaks]]
since    = 2020-08-01
reason   = """\
    2019/20 was not published; in 2020/21 and 2021/22 sessions missed because of COVID were not counted \
    as absence.\
    """

[[breaks]]
since    = 2022-08-01
reason   = "Sessions missed because of COVID are counted as absence again."
*/

SELECT area_code, period, value, status
FROM persistent_absences_for_all_pupils
WHERE series = 'Persistent absences for all pupils'
