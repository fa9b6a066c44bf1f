/*
title    = "Higher study by 19: poorer homes"
question = "How do poorer young people do?"
unit     = "% of young people who had free school meals in higher education by 19"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 101
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of young people who had free \
    school meals in state-funded schools.\
    """
caveat   = """\
    Private schools are left out. Counted where the school is. Published for upper-tier authorities, \
    regions and England; combined authorities have no figure, because the numbers of pupils behind the \
    figures are not held and averages are not averaged.\
    """
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'HE_19_FSM'
