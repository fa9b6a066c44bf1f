/*
title    = "Inactivity rate, newest survey"
question = "How many people are neither in work nor looking for it now?"
unit     = "% of people aged 16 to 64 neither in work nor looking for it"
period   = "financial year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 16
measure  = "economic inactivity rate"
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local skills dashboard, from the Annual Population Survey of the Office for \
    National Statistics, April 2024 to March 2025: inactivity.\
    """
caveat   = { same_as = "employment/employment_2024_25" }
*/

SELECT
    area_code,
    period,
    100.0 * value AS value,
    status
FROM labour_market
WHERE series = 'Inactivity'
