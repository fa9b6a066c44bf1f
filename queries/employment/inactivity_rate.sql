/*
title    = "Economic inactivity"
question = "What share of working-age people neither work nor look for work?"
unit     = "% of people aged 16 to 64"
period   = "calendar year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 20
statistic = "estimate"
gap_words = "people neither in work nor looking for it"
gap_base = "people/working_age"
measure  = "economic inactivity rate"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Population Survey: residents aged 16 to 64 without a job who \
    have not looked for one in four weeks or could not start in two, as a share of all residents of that \
    age. With 95% limits.\
    """
caveat   = """\
    Students, carers and early retired people are counted as well as people too ill to work, so a high \
    figure is not always bad. Estimates from a sample survey whose falling response makes them volatile \
    (official statistics in development): look at the limits before reading a change. The publisher has \
    stopped updates after 2023 until the survey is reweighted.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM employment_rate
WHERE series = 'Economically inactive'
