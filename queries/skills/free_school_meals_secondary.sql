/*
title    = "Secondary pupils with free school meals"
question = "How many secondary pupils are poor enough for free school meals?"
unit     = "% of pupils of state-funded secondary schools known to be eligible for free school meals"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 143
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: pupils of secondary schools known to be \
    eligible for free school meals, at the school census of January.\
    """
caveat   = { same_as = "skills/free_school_meals_primary" }
breaks   = { same_as = "skills/free_school_meals_primary" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'SecFSM'
