/*
title    = "Overweight at age 10 and 11"
question = "How many children are overweight when they leave primary school?"
unit     = "% of pupils in year 6 who are overweight or obese"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 121
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: from the National Child Measurement \
    Programme: pupils of year 6 measured as overweight or obese.\
    """
caveat   = """\
    Not measured in 2020/21; in 2019/20 measuring stopped in March, so that some places have no figure. \
    Published for upper-tier authorities, regions and England. Combined authorities have no figure: the \
    numbers of children behind the percentages are not held, and percentages are not averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'ExcessYr6'
