/*
title    = "Children killed or seriously injured"
question = "How many children are killed or seriously hurt on our roads?"
unit     = "children killed or seriously injured a year per 100,000 children"
period   = "three years"
better   = "lower"
audience = "public"
decimals = 1
order    = 75
statistic = "rate"
per      = 100000
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Education local authority interactive tool, from police records: children killed or \
    seriously injured on roads, for each 100,000 children, over three years.\
    """
caveat   = """\
    The tool calls it a number; its size shows that it is a rate. Three years at a time, so neighbouring \
    figures share years; 2019 to 2021 was not published for England, and nothing after 2022. How serious \
    injuries are recorded has changed in many forces. Published for upper-tier authorities, regions and \
    England. Combined authorities have no figure: the numbers of children behind the rates are not held, \
    and rates are not averaged.\
    """
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'RTA'
    AND duration = 'P3Y'
