/*
title    = "Delay on local A roads"
question = "How much time is lost on our main roads?"
unit     = "seconds lost by each vehicle on each mile, against free flow"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " seconds"
headline = true
order    = 5
statistic = "estimate"
owner    = "Transport team"
reviewed = 2026-11-29
method   = """\
    Department for Transport, average delay on A roads that local authorities manage, all times of the \
    day, from vehicles with satellite navigation.\
    """
caveat   = """\
    Motorways and trunk roads are not in it. An authority's average is weighted by its traffic: city \
    regions have a figure only where the publisher gives one. Delay against free flow at night says \
    nothing of how fast a road should be.\
    """
*/

SELECT area_code, period, value, status
FROM congestion_delay
WHERE series = 'Average delay'
