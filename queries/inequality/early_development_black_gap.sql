/*
title    = "Ready for school, gap: Black children"
question = "How do Black children start beside all children?"
unit     = "percentage points by which Black children are behind all children"
period   = "academic year"
better   = "neither"
audience = "public"
decimals = 1
suffix   = " points"
order    = 114
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all children less that of \
    Black children, of the same year.\
    """
caveat   = """\
    The profile was changed in September 2021, and none was made in 2019/20 and 2020/21. Below 0 where \
    Black children do better than all children. Children of one group differ much among themselves; for \
    small numbers nothing is published. Published for upper-tier authorities, regions and England; \
    combined authorities have no figure, because the numbers behind the figures are not held and averages \
    are not averaged.\
    """
breaks   = { same_as = "inequality/early_development_free_meals" }

[groups]
group  = "Black children"
others = "all children"
of     = "skills/school_readiness"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'FSP_Gooddev_Black' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('FSP_Gooddev_Black', 'FSP_NEW_GOODDEV')
