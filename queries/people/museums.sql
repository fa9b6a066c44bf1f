/*
title    = "Museums"
question = "How many museums are there for the people who live here?"
unit     = "museums per 100,000 people"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
order    = 120
statistic = "rate"
per      = 100000
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: museums on 30 September 2021 for each 100,000 people at the last \
    census.\
    """
caveat   = """\
    One date only. A large national museum counts the same as a small one, and a small population makes \
    the rate high.\
    """
*/

SELECT area_code, period, value, status
FROM museums
WHERE series = 'museums'
