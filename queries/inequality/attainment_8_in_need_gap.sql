/*
title    = "GCSE points, gap: children in need"
question = "How far behind are children in need?"
unit     = "points by which children in need are behind all pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 86
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    children in need at 31 March, of the same year.\
    """
caveat   = { same_as = "inequality/english_maths_in_care_gap" }
breaks   = { same_as = "skills/english_maths_strong_pass" }

[groups]
group  = "children in need at 31 March"
others = "all pupils"
of     = "skills/attainment_8"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'CIN_Avg_Attain8_KS4' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('CIN_Avg_Attain8_KS4', 'AVG_Attain8_Score')
