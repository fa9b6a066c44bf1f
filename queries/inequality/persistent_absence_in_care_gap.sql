/*
title    = "Often absent, gap: children in care"
question = "Are children in care absent more often?"
unit     = "percentage points by which more children in care than pupils overall miss a tenth of school"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 104
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of children in care for a year \
    less that of all pupils, of the same year.\
    """
caveat   = """\
    Nothing is held for 2019/20, and 2020/21 is not comparable. Below 0 where fewer of them are absent. \
    Small numbers of children: a figure can move much by chance. Published for upper-tier authorities, \
    regions and England; combined authorities have no figure, because the numbers behind the figures are \
    not held and averages are not averaged.\
    """
breaks   = { same_as = "inequality/persistent_absence_in_need_gap" }

[groups]
group  = "children in care for a year"
others = "all pupils"
better = "lower"
of     = "skills/persistent_absence"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'LAC_Pers_Abs' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('LAC_Pers_Abs', 'TotPerAbNew')
