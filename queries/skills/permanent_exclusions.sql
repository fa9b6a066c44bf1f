/*
title    = "Pupils excluded for good"
question = "How many pupils are excluded from school for good?"
unit     = "permanent exclusions in the year for each 100 pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 2
order    = 125
statistic = "rate"
per      = 100
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: permanent exclusions from state-funded \
    schools in the school year, for each 100 pupils.\
    """
caveat   = """\
    Few pupils stand behind a figure: in most places a few dozen. Schools were closed to most pupils in \
    parts of 2019/20 and 2020/21. Published for upper-tier authorities, regions and England. Combined \
    authorities have no figure: the numbers of pupils behind the rates are not held, and rates are not \
    averaged.\
    """
breaks   = { same_as = "skills/suspensions" }
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'TotPermEx'
