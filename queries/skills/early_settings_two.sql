/*
title    = "Good early years settings: two year olds"
question = "How many two year olds in funded care are in a good setting?"
unit     = "% of two year olds in funded early education whose setting is rated good or outstanding"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 113
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: of two year olds who benefit from funded \
    early education in January, those whose provider Ofsted rates good or outstanding.\
    """
caveat   = """\
    Of children in funded places, not of all settings. The tool gives nothing after January 2024. Published \
    for upper-tier authorities, regions and England. Combined authorities have no figure: the numbers of \
    children behind the percentages are not held, and percentages are not averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = '2yr_Ofsted_rating'
