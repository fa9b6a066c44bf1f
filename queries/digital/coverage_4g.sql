/*
title    = "4G coverage"
question = "How much of the area has 4G outdoors?"
unit     = "% of land area with 4G outdoors from at least one operator"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 40
statistic = "proportion"
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Ofcom, Connected Nations, January 2026: land where at least one operator gives a 4G signal outdoors \
    (105 dBm threshold).\
    """
caveat   = """\
    One date only in this table, so no trend can be said. A share of land, not of people; one operator \
    is enough; indoors is not covered. Some areas are added up by the Office for National Statistics and \
    may differ from Ofcom.\
    """
*/

SELECT area_code, period, value, status
FROM network_coverage_4g
WHERE series = '4G coverage'
