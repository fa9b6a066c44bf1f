/*
title    = "Standard at 11: poorer pupils"
question = "How do poorer pupils do?"
unit     = "% of pupils eligible for free school meals at the expected standard at 11"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 21
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of pupils eligible for free \
    school meals in state-funded schools.\
    """
caveat   = """\
    No tests were held in 2019/20 and 2020/21. Counted where the school is. Published for upper-tier \
    authorities, regions and England; combined authorities have no figure, because the numbers of pupils \
    behind the figures are not held and averages are not averaged.\
    """
breaks   = { same_as = "skills/key_stage_2" }
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'FSM_NEW_KS2_RWM'
