/*
title    = "Reading check at six: poorer pupils"
question = "How far behind are poorer pupils at six?"
unit     = "percentage points by which pupils eligible for free school meals are behind all pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 0
suffix   = " points"
order    = 52
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    pupils eligible for free school meals, of the same year.\
    """
caveat   = { same_as = "inequality/primary_plans_gap" }
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "pupils eligible for free school meals"
others = "all pupils"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'KS1P_FSM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('KS1P_FSM', 'KS1P_all')
