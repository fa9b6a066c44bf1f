/*
title    = "Conceptions under 18"
question = "How many girls conceive before they are 18?"
unit     = "conceptions for each 1,000 girls aged 15 to 17 in the year"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 123
statistic = "rate"
per      = 1000
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: conceptions of girls under 18 that led to a \
    birth or an abortion, for each 1,000 girls aged 15 to 17.\
    """
caveat   = """\
    Few girls stand behind a figure of a small authority. The tool gives nothing after 2022. Published for \
    upper-tier authorities, regions and England. Combined authorities have no figure: the numbers of \
    conceptions behind the rates are not held, and rates are not averaged.\
    """
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'Under18concep'
