/*
title    = "Level 3 at 19, gap: poorer homes"
question = "How far behind are poorer young people at 19?"
unit     = "percentage points by which young people who had free school meals are behind others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 92
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all others less that of \
    young people who had free school meals, of the same year.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable. Published for upper-tier \
    authorities, regions and England; combined authorities have no figure, because the numbers behind the \
    figures are not held and averages are not averaged.\
    """
breaks   = { same_as = "inequality/level_2_free_meals" }

[groups]
group  = "young people who had free school meals"
others = "all others"
of     = "skills/level_3_at_19"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'Level3_FMS_Attain' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('Level3_FMS_Attain', 'NonFSM_L3_aged19')
