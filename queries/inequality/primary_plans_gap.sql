/*
title    = "Standard at 11, gap: pupils with a plan"
question = "How far behind are pupils with a plan at 11?"
unit     = "percentage points by which pupils with an education, health and care plan trail others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 0
suffix   = " points"
order    = 42
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils without special \
    needs less that of pupils with an education, health and care plan, of the same year.\
    """
caveat   = """\
    No tests were held in 2019/20 and 2020/21. Published for upper-tier authorities, regions and England; \
    combined authorities have no figure, because the numbers behind the figures are not held and averages \
    are not averaged.\
    """
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "pupils with an education, health and care plan"
others = "pupils without special needs"
of     = "skills/key_stage_2"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'NEW_KS2_RWM_Sen_Withsta' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('NEW_KS2_RWM_Sen_Withsta', 'NoID_SEN_NEW_KS2_RWM')
