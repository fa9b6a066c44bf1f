/*
title    = "Road traffic per head"
question = "How much traffic do our roads carry for the people who live here?"
unit     = "miles driven by all motor vehicles in the year for each resident"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
suffix   = " miles"
order    = 72
statistic = "ratio"  # an estimate of miles: no limits from counts
per      = 1
sum_of   = "authority"
measure  = "motor traffic"
owner    = "Transport team"
reviewed = 2026-11-28
method   = """\
    Department for Transport, road traffic estimates by local authority (TRA89): miles driven on all public \
    roads in 2023, divided by residents in June 2023 (ONS). Wider areas are sums of miles over sums of \
    residents.\
    """
caveat   = """\
    An estimate from counts at sample points. It counts traffic on the area's roads, motorways included, \
    whoever drives: an area that a motorway crosses has more. One year is held, so nothing can be said of \
    change.\
    """
*/

SELECT
    traffic.area_code,
    traffic.period,
    traffic.value / NULLIF(residents.value, 0) AS value,
    traffic.value AS numerator,
    residents.value AS denominator,
    CASE WHEN traffic.value IS NULL THEN traffic.status WHEN residents.value IS NULL THEN 'x' ELSE 'derived' END AS status
FROM road_traffic AS traffic
LEFT JOIN population_count AS residents
    ON traffic.area_code = residents.area_code
    AND EXTRACT(YEAR FROM traffic.period) = EXTRACT(YEAR FROM residents.period)
WHERE traffic.series = 'Motor vehicle traffic'
