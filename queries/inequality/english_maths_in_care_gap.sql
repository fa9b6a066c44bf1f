/*
title    = "English and maths, gap: children in care"
question = "How far behind are children in care at 16?"
unit     = "percentage points by which children in care are behind all pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 84
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    children in care for a year, of the same year.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable. Small numbers of children: \
    a figure can move much by chance. Published for upper-tier authorities, regions and England; combined \
    authorities have no figure, because the numbers behind the figures are not held and averages are not \
    averaged.\
    """
breaks   = { same_as = "skills/english_maths_strong_pass" }

[groups]
group  = "children in care for a year"
others = "all pupils"
of     = "skills/gcse_english_maths"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'LAC_EngMaths9-4' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('LAC_EngMaths9-4', 'EngMaths9-4')
