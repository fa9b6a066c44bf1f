/*
title    = "Unemployment rate, newest survey"
question = "How many people look for work and have none?"
unit     = "% of people who are active in the labour market without work"
period   = "financial year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 14
measure  = "unemployment rate"
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local skills dashboard, from the Annual Population Survey of the Office for \
    National Statistics, April 2024 to March 2025: unemployment.\
    """
caveat   = { same_as = "employment/employment_2024_25" }
*/

SELECT
    area_code,
    period,
    100.0 * value AS value,
    status
FROM labour_market
WHERE series = 'Unemployment'
