/*
title    = "Qualified to Level 3 or above"
question = "How many adults have A levels or more?"
unit     = "% of people aged 16 to 64"
period   = "calendar year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 10
statistic = "estimate"
gap_words = "people qualified to Level 3 or above"
gap_base = "people/working_age"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Population Survey: residents aged 16 to 64 whose highest \
    qualification is Level 3 (two A levels, or their equal) or above on the Regulated Qualifications \
    Framework. With 95% limits.\
    """
caveat   = """\
    Two years only, because the framework changed in 2022: they are held against each other, and that is \
    no trend. Estimates from a sample survey whose falling response makes them volatile (official \
    statistics in development): look at the limits before reading a change. The publisher has stopped \
    updates after 2023 until the survey is reweighted.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM qualifications_level_3_or_above
WHERE series = 'Level 3 or above qualifications (Great Britain)'
