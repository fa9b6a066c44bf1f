/*
title    = "Standard at 11, gap: Black pupils"
question = "How do Black pupils do at 11 beside all pupils?"
unit     = "percentage points by which Black pupils are behind all pupils"
period   = "academic year"
better   = "neither"
audience = "public"
decimals = 0
suffix   = " points"
order    = 112
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    Black pupils, of the same year.\
    """
caveat   = """\
    No tests were held in 2019/20 and 2020/21. Below 0 where Black pupils do better than all pupils. \
    Pupils of one group differ much among themselves; for small numbers nothing is published. Published \
    for upper-tier authorities, regions and England; combined authorities have no figure, because the \
    numbers behind the figures are not held and averages are not averaged.\
    """
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "Black pupils"
others = "all pupils"
of     = "skills/key_stage_2"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'KS2_NEW_Black_RWM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('KS2_NEW_Black_RWM', 'KS2RWM_Expected_STD')
