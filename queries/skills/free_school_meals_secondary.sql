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
caveat   = """\
    Families who gained the right from April 2018 have kept it since, so the share rises as more gain it: it \
    is no plain measure of how many are poor today. Counted where the school is. Published for upper-tier \
    authorities, regions and England. Combined authorities have no figure: the numbers of pupils behind the \
    percentages are not held, and percentages are not averaged.\
    """

[[breaks]]
since  = 2018-09-01
reason = "From April 2018 nobody who has free school meals loses them while Universal Credit is brought in."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'SecFSM'
