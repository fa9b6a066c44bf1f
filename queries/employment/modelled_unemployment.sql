/*
title    = "Unemployment (modelled)"
question = "What share of people who want work cannot find it?"
unit     = "% of economically active people aged 16 and over"
period   = "calendar year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 50
statistic = "estimate"
measure  = "unemployment rate"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: a model that joins the Annual Population Survey with the number of \
    claimants, because the survey alone is too small in most districts. People without a job who looked \
    for one in four weeks, as a share of those in work or looking. With 95% limits.\
    """
caveat   = """\
    A modelled estimate. Estimates from a sample survey whose falling response makes them volatile \
    (official statistics in development): look at the limits before reading a change. The publisher has \
    stopped updates after 2023 until the survey is reweighted.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM modelled_unemployment
WHERE series = 'Modelled unemployment rate'
