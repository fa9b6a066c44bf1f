/*
title    = "Output per job"
question = "How much value does each job make?"
unit     = "£ of gross value added per filled job, in prices of the year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 0
prefix   = "£"
order    = 50
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: the value of goods and services made in an area, less what was \
    bought in to make them, divided by the jobs filled there.\
    """
caveat   = """\
    Official statistics in development. Part-time jobs count as one, so output per hour is the fairer \
    comparison. In the prices of each year.\
    """
*/

SELECT area_code, period, value, status
FROM gross_value_added
WHERE series = 'Gross value added per filled job'
