/*
title    = "GCSE points, gap: children in care"
question = "How far behind are children in care?"
unit     = "points by which children in care are behind all pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
headline = true
order    = 80
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    children in care, both in state-funded schools of the same year. The figure of children in care is an \
    indicator of its own.\
    """
caveat   = { same_as = "inequality/attainment_8_in_care" }
breaks   = { same_as = "skills/attainment_8" }

[groups]
group  = "children in care"
others = "all pupils"
of     = "skills/attainment_8"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'LAC_KS4_AVG_Attain8' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('LAC_KS4_AVG_Attain8', 'AVG_Attain8_Score')
