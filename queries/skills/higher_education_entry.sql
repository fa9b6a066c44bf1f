/*
title    = "Entry to higher education by 19"
question = "How many young people go on to university?"
unit     = "% of state school pupils in higher education by age 19"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 100
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education estimate: of pupils in state schools at 15, the share who had entered \
    higher education by 19, by the year in which they were 19.\
    """
caveat   = """\
    Counted where the school was at 15. Private schools are left out. Published for upper-tier \
    authorities, regions and England. Combined authorities have no figure: the numbers of young people \
    behind the percentages are not held, and percentages are not averaged.\
    """
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'HE_19_All'
