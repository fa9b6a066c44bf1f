/*
title    = "Standard at 11, gap: disadvantaged"
question = "How far behind are disadvantaged pupils at 11?"
unit     = "percentage points by which disadvantaged pupils are behind other pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 0
suffix   = " points"
order    = 63
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of other pupils less that of \
    disadvantaged pupils, both in state-funded schools of the same year. Disadvantaged are those who were \
    eligible for free school meals in the last six years, are in care or were adopted from it.\
    """
caveat   = { same_as = "inequality/primary_free_meals" }
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "disadvantaged pupils"
others = "other pupils"
of     = "skills/key_stage_2"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'DAP_NEW_KS2_RWM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('DAP_NEW_KS2_RWM', 'NonDAP_NEW_KS2_RWM')
