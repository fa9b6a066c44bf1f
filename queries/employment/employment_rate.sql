/*
title    = "Employment rate"
question = "What share of working-age people have a job?"
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
gap_words = "people in work"
gap_base = "people/working_age"
measure  = "employment rate"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Population Survey: residents aged 16 to 64 in paid work, or \
    away from it for a while, as a share of all residents of that age. With 95% limits.\
    """
caveat   = """\
    Estimates from a sample survey whose falling response makes them volatile (official statistics in \
    development): look at the limits before reading a change. The publisher has stopped updates after \
    2023 until the survey is reweighted.\
    """
*/

SELECT
    area_code, period,
    value,
    lower, upper, status
FROM employment_rate
WHERE series = 'Employment rate'
