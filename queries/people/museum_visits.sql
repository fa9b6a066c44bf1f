/*
title    = "Adults who visit a museum"
question = "How many adults go to a museum or gallery?"
unit     = "% of adults who visited a museum or gallery in the year"
period   = "financial year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 0
suffix   = "%"
order    = 172
owner    = "Research and insight team"
reviewed = 2026-11-28
method   = """\
    Department for Culture, Media and Sport, Participation Survey 2023/24, as published by the Office for \
    National Statistics, with its 95% margins.\
    """
caveat   = { same_as = "people/arts_engagement" }
*/

SELECT area_code, period, value, lower, upper, status
FROM culture
WHERE series = 'Visited a museum or gallery'
