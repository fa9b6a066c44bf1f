/*
title    = "Reading check at six: special needs"
question = "How do pupils with special needs do?"
unit     = "% of pupils with support for special needs at the standard of the phonics check"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 51
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils with support for \
    special needs in state-funded schools.\
    """
caveat   = """\
    No tests were held in 2019/20 and 2020/21. Counted where the school is. Published for upper-tier \
    authorities, regions and England; combined authorities have no figure, because the numbers of pupils \
    behind the figures are not held and averages are not averaged.\
    """

[[breaks]]
since  = 2021-09-01
reason = "No tests were held in 2019/20 and 2020/21."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'KS1P_SEND'
