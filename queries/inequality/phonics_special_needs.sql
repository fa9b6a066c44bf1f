/*
title    = "Reading check at six: special needs"
question = "How do pupils with special needs do?"
unit     = "% of pupils with support for special needs at the standard of the phonics check"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 51
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils with support for \
    special needs in state-funded schools.\
    """
caveat   = { same_as = "inequality/primary_free_meals" }
breaks   = { same_as = "skills/key_stage_2" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'KS1P_SEND'
