/*
title    = "5G coverage"
question = "How much of the area has 5G outdoors?"
unit     = "% of land area with 5G outdoors from at least one operator"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 30
statistic = "proportion"
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Ofcom, Connected Nations, January 2026: land where at least one operator gives a 5G signal outdoors \
    (110 dBm threshold).\
    """
caveat   = { same_as = "digital/coverage_4g" }
*/

SELECT area_code, period, value, status
FROM network_coverage_5g
WHERE series = '5G coverage'
