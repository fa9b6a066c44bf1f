/*
title    = "Reading check at six, gap: special needs"
question = "How far behind are pupils with special needs?"
unit     = "percentage points by which pupils with support for special needs trail others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 0
suffix   = " points"
order    = 50
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils without special needs \
    less that of pupils with support for special needs, both in state-funded schools of the same year. The \
    figure of pupils with support for special needs is an indicator of its own.\
    """
caveat   = { same_as = "inequality/primary_free_meals" }
breaks   = { same_as = "skills/key_stage_2" }

[groups]
group  = "pupils with support for special needs"
others = "all others"
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    CASE series WHEN 'KS1P_SEND' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('KS1P_SEND', 'KS1P_NonSEND')
