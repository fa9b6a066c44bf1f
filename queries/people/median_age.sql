/*
title    = "Median age"
question = "How old is the person in the middle?"
unit     = "years; half of people are older"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
suffix   = " years"
order    = 50
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics mid-year estimates: people who usually live in the area on 30 June. \
    Half of them are older than the median age.\
    """
caveat   = """\
    Estimates, revised after each census; those after 2021 rest on records of births, deaths and moves. \
    Published in whole years, so small changes do not show.\
    """
*/

SELECT area_code, period, value, status
FROM median_age
WHERE series = 'Median age'
