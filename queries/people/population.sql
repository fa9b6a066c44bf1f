/*
title    = "Population"
question = "How many people live here?"
unit     = "people who usually live here, mid-year"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
headline = true
order    = 10
statistic = "count"
sum_of   = "district"
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics mid-year estimates: people who usually live in the area on 30 June. \
    A city region without a figure of its own is the sum of its districts.\
    """
caveat   = """\
    Estimates, revised after each census; those after 2021 rest on records of births, deaths and moves. \
    Today's boundaries are used for every year.\
    """
*/

SELECT area_code, period, value, status
FROM population_count
WHERE series = 'Population count'
