/*
title    = "Often absent, gap: children in need"
question = "How much more often are children in need absent?"
unit     = "percentage points by which more children in need than pupils overall miss a tenth of school"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 102
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of children in need at 31 \
    March less that of all pupils, of the same year.\
    """
caveat   = """\
    Nothing is held for 2019/20, and 2020/21 is not comparable. Both shares are of pupils who miss a \
    tenth or more of their sessions. Published for upper-tier authorities, regions and England; combined \
    authorities have no figure, because the numbers behind the figures are not held and averages are not \
    averaged.\
    """

[[breaks]]
since  = 2021-09-01
reason = "Absence was not counted in 2019/20 as in other years, and in 2020/21 schools were closed to most pupils."

[groups]
group  = "children in need at 31 March"
others = "all pupils"
better = "lower"
of     = "skills/persistent_absence"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'CINPermAbsent_3Term' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('CINPermAbsent_3Term', 'TotPerAbNew')
