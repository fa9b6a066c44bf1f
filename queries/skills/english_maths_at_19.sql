/*
title    = "English and maths by 19"
question = "How many 19 year olds have English and maths?"
unit     = "% of 19 year olds with Level 2 that includes English and maths"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 52
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: young people who were in state-funded \
    schools at 15 and have Level 2 with English and maths (grade 4 or above in both) by 19.\
    """
caveat   = """\
    By where they went to school at 15. Those who turned 16 in 2020 and 2021, in the figures of 2022/23 and \
    2023/24, had grades set by teachers. Published for upper-tier authorities, regions and England. Combined \
    authorities have no figure: the numbers of young people behind the percentages are not held, and \
    percentages are not averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'Level2Age19_E&M'
