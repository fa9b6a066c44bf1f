/*
title    = "Driving time to jobs"
question = "How long does it take to reach jobs by car?"
unit     = "minutes to the nearest place with 500 or more jobs, by car"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " minutes"
order    = 50
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Transport journey time statistics: the average time, across the residents of an area, \
    to the nearest place with 500 to 4,999 jobs, by car.\
    """
caveat   = { same_as = "transport/public_transport_to_work" }
*/

SELECT area_code, period, value, status
FROM average_travel_time
WHERE series = 'Drive to work'
