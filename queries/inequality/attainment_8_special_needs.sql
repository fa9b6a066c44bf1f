/*
title    = "GCSE points: special needs"
question = "How do pupils with special needs do?"
unit     = "average Attainment 8 points of pupils with support for special needs"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
order    = 71
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils with support for \
    special needs in state-funded schools.\
    """
caveat   = { same_as = "inequality/attainment_8_free_meals" }
breaks   = { same_as = "skills/attainment_8" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'SEN_WoStat_AVG_Attain8_Score'
