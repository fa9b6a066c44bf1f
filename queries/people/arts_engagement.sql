/*
title    = "Adults who take part in the arts"
question = "How many adults take part in the arts?"
unit     = "% of adults who took part in or went to the arts in the year"
period   = "financial year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 0
suffix   = "%"
order    = 170
owner    = "Research and insight team"
reviewed = 2026-11-28
method   = """\
    Department for Culture, Media and Sport, Participation Survey 2023/24, as published by the Office for \
    National Statistics, with its 95% margins.\
    """
caveat   = """\
    A survey, so each figure has a margin. One year is held, so nothing is said of change.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM culture
WHERE series = 'Engaged with the arts'
