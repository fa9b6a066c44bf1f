/*
title    = "Standard at 11, gap: poorer pupils"
question = "How far behind are poorer pupils?"
unit     = "percentage points by which pupils eligible for free school meals are behind other pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 0
suffix   = " points"
headline = true
order    = 20
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of other pupils less that of \
    pupils eligible for free school meals, both in state-funded schools of the same year. The figure of \
    pupils eligible for free school meals is an indicator of its own.\
    """
caveat   = { same_as = "inequality/primary_free_meals" }
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "pupils eligible for free school meals"
others = "other pupils"
of     = "skills/key_stage_2"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'FSM_NEW_KS2_RWM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('FSM_NEW_KS2_RWM', 'NonFSM_NEW_KS2_RWM')
