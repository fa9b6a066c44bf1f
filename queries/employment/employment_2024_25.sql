/*
title    = "Employment rate, newest survey"
question = "How many people are in work now?"
unit     = "% of people aged 16 to 64 in work, April 2024 to March 2025"
period   = "financial year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 12
measure  = "employment rate"
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local skills dashboard, from the Annual Population Survey of the Office for \
    National Statistics, April 2024 to March 2025: employment.\
    """
caveat   = """\
    From a survey, given without margins of error and no longer accredited: a district's figure can be off \
    by several points, so nothing is said of how one compares with another. It is another source than the \
    series to 2023 and is never joined to it. Combined authorities have a figure where an area of a local \
    skills improvement plan has the same districts.\
    """
*/

SELECT
    area_code,
    period,
    100.0 * value AS value,
    status
FROM labour_market
WHERE series = 'Employment'
