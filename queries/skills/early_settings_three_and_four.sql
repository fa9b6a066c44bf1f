/*
title    = "Good early years settings: ages 3 and 4"
question = "How many three and four year olds in funded care are in a good setting?"
unit     = "% of three and four year olds in funded early education whose setting is rated good or outstanding"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 114
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: of three and four year olds who benefit from \
    funded early education in January, those whose provider Ofsted rates good or outstanding.\
    """
caveat   = { same_as = "skills/early_settings_two" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = '3&4yr_Ofsted_rating'
