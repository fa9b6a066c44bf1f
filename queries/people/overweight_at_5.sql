/*
title    = "Overweight at age 4 and 5"
question = "How many children are overweight when they start school?"
unit     = "% of pupils in reception who are overweight or obese"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 122
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: from the National Child Measurement \
    Programme: pupils of reception measured as overweight or obese.\
    """
caveat   = { same_as = "people/overweight_at_10" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'ExcessRec'
