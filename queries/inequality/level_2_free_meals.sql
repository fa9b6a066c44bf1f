/*
title    = "Level 2 at 19: poorer homes"
question = "How do poorer young people do?"
unit     = "% of young people who had free school meals with Level 2 at 19"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 91
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of young people who had free \
    school meals in state-funded schools.\
    """
caveat   = { same_as = "inequality/attainment_8_free_meals" }

[[breaks]]
since  = 2019-09-01
reason = "Some grades of summer 2020 and 2021 were set by teachers and count from here."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'Level2_FMS_Attain'
