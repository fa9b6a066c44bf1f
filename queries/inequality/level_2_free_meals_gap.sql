/*
title    = "Level 2 at 19, gap: poorer homes"
question = "How far behind are poorer young people?"
unit     = "percentage points by which young people who had free school meals are behind others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 90
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of others less that of young \
    people who had free school meals, both in state-funded schools of the same year. The figure of young \
    people who had free school meals is an indicator of its own.\
    """
caveat   = { same_as = "inequality/attainment_8_free_meals" }
breaks   = { same_as = "inequality/level_2_free_meals" }

[groups]
group  = "young people who had free school meals"
others = "all others"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'Level2_FMS_Attain' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('Level2_FMS_Attain', 'Level2Age19_NON_FSM')
