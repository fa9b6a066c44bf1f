/*
title    = "Self-employment"
question = "How many people work for themselves?"
unit     = "% of people aged 16 to 64 who work for themselves"
period   = "financial year"
better   = "neither"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 18
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local skills dashboard, from the Annual Population Survey of the Office for \
    National Statistics, April 2024 to March 2025: self-employment.\
    """
caveat   = { same_as = "employment/employment_2024_25" }
*/

SELECT
    area_code,
    period,
    100.0 * value AS value,
    status
FROM labour_market
WHERE series = 'Self-employment'
