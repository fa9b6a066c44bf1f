/*
title    = "Bus punctuality"
question = "Do buses come when they should?"
unit     = "% of bus stops that were punctual, of those matched with a real arrival"
period   = "three months"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 14
statistic = "ratio"  # buses of one route are late together: no chance limits from counts
owner    = "Transport team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, Data Science Campus, from the Bus Open Data Service: of the buses \
    timetabled to stop between 7 and 10 in the morning whose arrival could be matched, the share that was \
    punctual. Wider areas are sums of their neighbourhoods' buses.\
    """
caveat   = """\
    Experimental, three months of 2024 alone. It speaks of matched buses only, four in ten in England: \
    where fewer than one in five was matched there is no figure (Nottingham 6%, Coventry 7%). \
    Neighbourhoods with fewer than two matched stops a day are withheld by the publisher. How many were \
    matched is an indicator of its own.\
    """
*/

WITH stops AS (
    SELECT
        matched.area_code,
        matched.period,
        timetabled.value AS timetabled,
        matched.value AS matched,
        CASE WHEN punctual.value IS NOT NULL THEN matched.value END AS judged,
        matched.value * punctual.value AS punctual
    FROM bus_punctuality AS matched
    INNER JOIN bus_punctuality AS timetabled
        ON matched.area_code = timetabled.area_code AND timetabled.series = 'Timetabled stops'
    INNER JOIN bus_punctuality AS punctual
        ON matched.area_code = punctual.area_code AND punctual.series = 'Punctual share'
    WHERE matched.series = 'Matched stops'
),

wider AS (
    SELECT
        membership.within AS area_code,
        stops.period,
        SUM(stops.timetabled) AS timetabled,
        SUM(stops.matched) AS matched,
        SUM(stops.judged) AS judged,
        SUM(stops.punctual) AS punctual,
        'derived' AS status
    FROM stops
    INNER JOIN membership ON stops.area_code = membership.area_code
    INNER JOIN areas AS whole
        ON membership.within = whole.area_code AND whole.current AND whole.area_code <> 'K02000001'
    GROUP BY membership.within, stops.period
    UNION ALL
    SELECT area_code, period, timetabled, matched, judged, punctual, '' AS status FROM stops
)

SELECT
    area_code,
    period,
    CASE WHEN matched >= 0.2 * timetabled THEN 100.0 * punctual / NULLIF(judged, 0) END AS value,
    CASE WHEN matched >= 0.2 * timetabled AND judged > 0 THEN status ELSE 'u' END AS status
FROM wider
