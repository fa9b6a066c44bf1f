/*
title    = "Road traffic, total"
question = "How much traffic do our roads carry in all?"
unit     = "billion miles driven by all motor vehicles in the year"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 1
suffix   = " billion miles"
order    = 73
statistic = "count"
sum_of   = "authority"
measure  = "motor traffic"
owner    = "Transport team"
reviewed = 2026-11-29
method   = """\
    Department for Transport, road traffic estimates by local authority (TRA89): miles driven on all public \
    roads in 2023. Wider areas are sums.\
    """
caveat   = """\
    An estimate from counts at sample points. It counts traffic on the area's roads, motorways included, \
    whoever drives. One year is held, so nothing can be said of change. To compare places, take the miles \
    per head.\
    """
*/

SELECT
    area_code,
    period,
    value / 1000000000.0 AS value,
    status
FROM road_traffic
WHERE series = 'Motor vehicle traffic'
