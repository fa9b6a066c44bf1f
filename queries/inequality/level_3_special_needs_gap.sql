/*
title    = "Level 3 at 19, gap: special needs"
question = "How far behind are young people with special needs?"
unit     = "percentage points by which young people who had support for special needs trail others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 96
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of young people without \
    special needs less that of young people who had support for special needs, of the same year.\
    """
caveat   = { same_as = "inequality/level_3_free_meals_gap" }
breaks   = { same_as = "inequality/level_2_free_meals" }

[groups]
group  = "young people who had support for special needs"
others = "young people without special needs"
of     = "skills/level_3_at_19"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'Age19_SENwoS_L3' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('Age19_SENwoS_L3', 'Age19_NoNSEN_L3')
