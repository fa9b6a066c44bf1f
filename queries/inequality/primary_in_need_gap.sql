/*
title    = "Standard at 11, gap: children in need"
question = "How far behind are children in need at 11?"
unit     = "percentage points by which children in need are behind all pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 0
suffix   = " points"
order    = 44
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    children in need at 31 March, of the same year.\
    """
caveat   = """\
    No tests were held in 2019/20 and 2020/21. Small numbers of children: a figure can move much by \
    chance. Published for upper-tier authorities, regions and England; combined authorities have no \
    figure, because the numbers behind the figures are not held and averages are not averaged.\
    """
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "children in need at 31 March"
others = "all pupils"
of     = "skills/key_stage_2"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'CIN_KS2_ExpStd_RWM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('CIN_KS2_ExpStd_RWM', 'KS2RWM_Expected_STD')
