/*
title    = "Attainment 8"
question = "How well do pupils do in eight GCSE subjects?"
unit     = "average points per pupil over eight subjects"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
order    = 50
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education: points for the grades in eight subjects, English and maths counted twice, \
    averaged over pupils at the end of Key Stage 4 in state schools of the area.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable; 2021/22 was graded more \
    generously than later years. Counted where the school is. Published for upper-tier authorities, \
    regions and England. Combined authorities have no figure: the numbers of pupils behind the \
    points are not held, and averages are not averaged.\
    """

[[breaks]]
since    = 2016-09-01
reason   = "GCSEs graded 9 to 1 came in and points were counted anew."

[[breaks]]
since    = 2019-09-01
reason   = "Exams were cancelled in 2020 and 2021 and grades were set by teachers."

[[breaks]]
since    = 2021-09-01
reason   = "Exams returned."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'AVG_Attain8_Score'
