/*
title    = "Public transport travel time to jobs"
question = "How long does it take to reach jobs without a car?"
unit     = "minutes to the nearest place with 500 or more jobs, by public transport or on foot"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " minutes"
headline = true
order    = 10
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Transport journey time statistics: the average time, across the residents of an area, \
    to the nearest place with 500 to 4,999 jobs, by public transport or on foot.\
    """
caveat   = """\
    Official statistics in development. 2018 was not published and nothing later than 2019 exists, so \
    this says nothing of travel since the pandemic. Times to the nearest such place, not to people's own \
    jobs. No figure is published for combined authorities, and times are not averaged to make one.\
    """
*/

SELECT area_code, period, value, status
FROM average_travel_time
WHERE series = 'Public transport or walk to work'
