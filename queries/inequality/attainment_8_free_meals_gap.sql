/*
title    = "GCSE points, gap: poorer pupils"
question = "How far behind are poorer pupils?"
unit     = "points by which pupils eligible for free school meals are behind other pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
headline = true
order    = 60
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of other pupils less that of \
    pupils eligible for free school meals, both in state-funded schools of the same year. The figure of \
    pupils eligible for free school meals is an indicator of its own.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable. Counted where the school \
    is. Published for upper-tier authorities, regions and England; combined authorities have no figure, \
    because the numbers of pupils behind the figures are not held and averages are not averaged.\
    """
[[breaks]]
since  = 2016-09-01
reason = "GCSEs graded 9 to 1 came in and points were counted anew."
[[breaks]]
since  = 2019-09-01
reason = "Exams were cancelled in 2020 and 2021 and grades were set by teachers."
[[breaks]]
since  = 2021-09-01
reason = "Exams returned."

[groups]
group  = "pupils eligible for free school meals"
others = "other pupils"
of     = "skills/attainment_8"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'FSM_AVG_Attain8_Score' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('FSM_AVG_Attain8_Score', 'NonFSM_AVG_Attain8_Score')
