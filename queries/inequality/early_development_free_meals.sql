/*
title    = "Ready for school: poorer children"
question = "How do poorer children do?"
unit     = "% of five-year-olds eligible for free school meals with a good level of development"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 11
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of children eligible for free \
    school meals in state-funded schools.\
    """
caveat   = """\
    The profile was changed in September 2021, and none was made in 2019/20 and 2020/21. Counted where the \
    school is. Published for upper-tier authorities, regions and England; combined authorities have no \
    figure, because the numbers of pupils behind the figures are not held and averages are not averaged.\
    """

[[breaks]]
since  = 2021-09-01
reason = "The early years profile was changed."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'FSP_Gooddev_FSM'
