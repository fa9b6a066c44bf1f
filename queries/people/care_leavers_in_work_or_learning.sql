/*
title    = "Care leavers in work or learning"
question = "How many care leavers are in work or learning?"
unit     = "% of care leavers aged 19 to 21 in education, work or training"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 151
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: former relevant young people aged 19 to 21 \
    who were in education, employment or training around their birthday in the year.\
    """
caveat   = """\
    In whole per cent. In some places few young people stand behind a figure. Those whose activity is not \
    known count as not in it. Published for upper-tier authorities, regions and England. Combined \
    authorities have no figure: the numbers of young people behind the percentages are not held, and \
    percentages are not averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a year of social care by the year in whose March it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 4, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'CareLeaverEET'
