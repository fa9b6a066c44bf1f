/*
title    = "GCSE points, gap: disadvantaged"
question = "How far behind are disadvantaged pupils at 16?"
unit     = "points by which disadvantaged pupils are behind other pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 62
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of other pupils less that of \
    disadvantaged pupils, both in state-funded schools of the same year. Disadvantaged are those who were \
    eligible for free school meals in the last six years, are in care or were adopted from it.\
    """
caveat   = { same_as = "inequality/attainment_8_free_meals" }
breaks   = { same_as = "skills/attainment_8" }

[groups]
group  = "disadvantaged pupils"
others = "other pupils"
of     = "skills/attainment_8"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'DAP_KS4_ATT8' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('DAP_KS4_ATT8', 'NonDAP_KS4_ATT8')
