/*
title    = "Strong passes in English and maths"
question = "How many pupils leave school with a strong pass in English and maths?"
unit     = "% of pupils at the end of key stage 4 with grade 5 or above in English and maths"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 62
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: pupils of state-funded schools with grade 5 \
    or above in GCSE English and in maths at the end of key stage 4.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable. Counted where the school is. \
    Published for upper-tier authorities, regions and England. Combined authorities have no figure: the \
    numbers of pupils behind the percentages are not held, and percentages are not averaged.\
    """

[[breaks]]
since  = 2019-09-01
reason = "Exams were cancelled in 2020 and 2021 and grades were set by teachers."

[[breaks]]
since  = 2021-09-01
reason = "Exams returned."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'EngMaths9-5'
