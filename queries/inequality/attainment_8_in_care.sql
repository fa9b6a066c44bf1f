/*
title    = "GCSE points: children in care"
question = "How do children in care do?"
unit     = "average Attainment 8 points of children in care for a year"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
order    = 81
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of children in care in \
    state-funded schools.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable. Small numbers of children: \
    a figure can move much by chance. Counted where the school is. Published for upper-tier authorities, \
    regions and England; combined authorities have no figure, because the numbers of pupils behind the \
    figures are not held and averages are not averaged.\
    """
breaks   = { same_as = "skills/attainment_8" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'LAC_KS4_AVG_Attain8'
