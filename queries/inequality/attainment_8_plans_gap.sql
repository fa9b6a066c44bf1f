/*
title    = "GCSE points, gap: pupils with a plan"
question = "How far behind are pupils with a plan for special needs?"
unit     = "points by which pupils with an education, health and care plan are behind others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 72
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils without special \
    needs less that of pupils with an education, health and care plan, of the same year.\
    """
caveat   = { same_as = "inequality/level_3_free_meals_gap" }
breaks   = { same_as = "skills/attainment_8" }

[groups]
group  = "pupils with an education, health and care plan"
others = "pupils without special needs"
of     = "skills/attainment_8"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'SEN_Stat_AVG_Attain8_Score' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('SEN_Stat_AVG_Attain8_Score', 'SEN_NoID_AVG_Attain8_Score')
