/*
title    = "English and maths by 19: poorer homes"
question = "How many poorer young people lack English and maths?"
unit     = "percentage points by which young people who had free school meals are behind others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 94
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all others less that of \
    young people who had free school meals, of the same year.\
    """
caveat   = { same_as = "inequality/level_3_free_meals_gap" }
breaks   = { same_as = "inequality/level_2_free_meals" }

[groups]
group  = "young people who had free school meals"
others = "all others"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'Level2Age19_E&M_FSM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('Level2Age19_E&M_FSM', 'Level2Age19_E&M_NON_FSM')
