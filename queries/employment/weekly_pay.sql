/*
title    = "Weekly pay"
question = "What does the worker in the middle earn?"
unit     = "£ a week before tax, median of residents in jobs"
period   = "point in time"
better   = "higher"
sampled  = true
audience = "public"
decimals = 0
prefix   = "£"
headline = true
order    = 40
statistic = "estimate"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Survey of Hours and Earnings: half of employee jobs held by \
    residents, full-time and part-time, pay less than this a week before tax, in a pay period of April. \
    With 95% limits.\
    """
caveat   = """\
    Prices have risen too: this is not adjusted for them. A sample of about 1% of jobs, without the \
    self-employed. The latest year is provisional. Combined authorities have figures from 2023, and only \
    11 of the 15.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM gross_median_weekly_pay
WHERE series = 'Gross median weekly pay'
