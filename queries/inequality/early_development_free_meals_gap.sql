/*
title    = "Ready for school, gap: poorer children"
question = "How far behind are poorer children?"
unit     = "percentage points by which children eligible for free school meals are behind all other children"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
headline = true
order    = 10
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of all other children less that \
    of children eligible for free school meals, both in state-funded schools of the same year. The figure \
    of children eligible for free school meals is an indicator of its own.\
    """
caveat   = { same_as = "inequality/early_development_free_meals" }
breaks   = { same_as = "inequality/early_development_free_meals" }

[groups]
group  = "children eligible for free school meals"
others = "all other children"
of     = "skills/school_readiness"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'FSP_Gooddev_FSM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('FSP_Gooddev_FSM', 'FSP_Gooddev_FSM_Other')
