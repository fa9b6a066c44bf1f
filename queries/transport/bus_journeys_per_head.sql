/*
title    = "Bus journeys per head"
question = "How much do people here use the bus?"
unit     = "passenger journeys on local buses in the year for each resident"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 1
headline = true
order    = 10
statistic = "ratio"  # journeys are no chance events: no limits from counts
per      = 1
sum_of   = "authority"
gap_words = "journeys by bus in the year"
owner    = "Transport team"
reviewed = 2026-11-28
method   = """\
    Department for Transport, bus statistics table BUS01f: passenger journeys on local bus services \
    divided by the number of residents in June before. Where a city region has no row of the \
    publisher's, it is journeys of its parts, summed, over their residents (ONS, mid-year), summed.\
    """
caveat   = """\
    By where the journey is made, so visitors count and commuters may count twice. 2020/21 and 2021/22 \
    were years of travel restrictions. Figures from 2020/21 on are provisional, and those from 2018/19 on \
    were revised with a better method. Districts of the six metropolitan areas have no figure of their \
    own, nor have districts of shire counties.\
    """
breaks   = { same_as = "transport/bus_journeys" }
*/

SELECT
    journeys.area_code,
    journeys.period,
    COALESCE(per_head.value, 1000000.0 * journeys.value / NULLIF(residents.value, 0)) AS value,
    1000000.0 * journeys.value AS numerator,
    -- The residents behind the published rate.
    COALESCE(1000000.0 * journeys.value / NULLIF(per_head.value, 0), residents.value) AS denominator,
    CASE
        WHEN per_head.value IS NULL AND residents.value IS NULL THEN 'x'
        WHEN per_head.value IS NULL AND journeys.value IS NOT NULL THEN 'derived'
        WHEN journeys.value IS NOT NULL AND journeys.period >= DATE '2020-04-01' THEN 'p'
        ELSE journeys.status
    END AS status
FROM bus_journeys AS journeys
LEFT JOIN bus_journeys AS per_head
    ON journeys.area_code = per_head.area_code
    AND journeys.period = per_head.period
    AND per_head.series = 'Passenger journeys per head'
-- Residents at the end of June after the year began: the publisher's own base.
LEFT JOIN population_count AS residents
    ON journeys.area_code = residents.area_code
    AND EXTRACT(YEAR FROM journeys.period) = EXTRACT(YEAR FROM residents.period)
WHERE journeys.series = 'Passenger journeys'
