/*
title    = "Level 3 by age 19"
question = "How many young people reach A level standard by 19?"
unit     = "% of 19 year olds with Level 3 or above"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 55
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education: young people who hold Level 3 (two A levels, or their equal) by the end of \
    the academic year in which they turn 19, of those in state schools at 15.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and were higher, which reaches this figure in the \
    years after too. Counted where the school was at 15. Published for upper-tier authorities, regions \
    and England. Combined authorities have no figure: the numbers of young people behind the percentages \
    are not held, and percentages are not averaged.\
    """

[[breaks]]
since    = 2019-09-01
reason   = """\
    Some A level and vocational grades of summer 2020 and 2021 were set by teachers and count from here.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'Level3Age19'
