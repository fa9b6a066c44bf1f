/*
title    = "Population density"
question = "How close together do we live?"
unit     = "people per square kilometre"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
order    = 55
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics mid-year estimates: people who usually live in the area on 30 June. \
    Divided by the area in square kilometres.\
    """
caveat   = """\
    Estimates, revised after each census; those after 2021 rest on records of births, deaths and moves. \
    Parks, moors and water count as area.\
    """
*/

SELECT area_code, period, value, status
FROM population_density
WHERE series = 'Population density'
