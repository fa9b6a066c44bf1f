/*
title    = "Cycling time to jobs"
question = "How long does it take to reach jobs by bicycle?"
unit     = "minutes to the nearest place with 500 or more jobs, by bicycle"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " minutes"
order    = 60
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Transport journey time statistics: the average time, across the residents of an area, \
    to the nearest place with 500 to 4,999 jobs, by bicycle.\
    """
caveat   = { same_as = "transport/public_transport_to_work" }
*/

SELECT area_code, period, value, status
FROM average_travel_time
WHERE series = 'Cycle to work'
