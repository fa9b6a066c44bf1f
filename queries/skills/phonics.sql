/*
title    = "Reading check at six"
question = "How many six year olds read as expected?"
unit     = "% of pupils who meet the standard of the phonics check at the end of year 1"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 115
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: pupils of state-funded schools who meet the \
    expected standard of the phonics screening check in year 1.\
    """
caveat   = """\
    No tests were held in 2019/20 and 2020/21. The newest year may be provisional. Published for upper-tier \
    authorities, regions and England. Combined authorities have no figure: the numbers of pupils behind the \
    percentages are not held, and percentages are not averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'KS1P_all'
