/*
title    = "Buses that can be followed"
question = "How much of the bus service do the figures on punctuality see?"
unit     = "% of timetabled bus stops that were matched with a real arrival"
period   = "three months"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 15
statistic = "ratio"
per      = 100
sum_of   = "lsoa"
owner    = "Transport team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, Data Science Campus, from the Bus Open Data Service: of the buses \
    timetabled to stop between 7 and 10 in the morning, those whose arrival could be matched. Wider areas \
    are sums of their neighbourhoods' buses.\
    """
caveat   = """\
    Experimental, three months of 2024 alone. A low share means that operators sent poor data, not that \
    buses did not run.\
    """
*/

SELECT
    timetabled.area_code,
    timetabled.period,
    100.0 * COALESCE(matched.value, 0) / NULLIF(timetabled.value, 0) AS value,
    COALESCE(matched.value, 0) AS numerator,
    COALESCE(timetabled.value, 0) AS denominator,
    CASE WHEN timetabled.value > 0 THEN timetabled.status ELSE 'x' END AS status
FROM bus_punctuality AS timetabled
INNER JOIN bus_punctuality AS matched
    ON timetabled.area_code = matched.area_code AND matched.series = 'Matched stops'
WHERE timetabled.series = 'Timetabled stops'
