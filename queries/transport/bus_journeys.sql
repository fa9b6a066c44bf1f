/*
title    = "Bus journeys"
question = "Are more people using the bus?"
unit     = "passenger journeys on local buses in the year"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = " million"
order    = 12
statistic = "count"
sum_of   = "authority"
owner    = "Transport team"
reviewed = 2026-11-28
method   = """\
    Department for Transport, bus statistics table BUS01e: passenger journeys on local bus services, from \
    a survey of operators and, in London, from Transport for London. A metropolitan area is one row of the \
    publisher's; where a city region is that area and others, or has no row, it is their sum.\
    """
caveat   = """\
    By where the journey is made, so visitors count. 2020/21 and 2021/22 were years of travel \
    restrictions. Figures from 2020/21 on are provisional, and those from 2018/19 on were revised with a \
    better method. Districts of the six metropolitan areas have no figure of their own, nor have districts \
    of shire counties.\
    """

[[breaks]]
since  = 2018-04-01
reason = "The publisher revised its method from the year ending March 2019 on."
*/

SELECT
    area_code,
    period,
    value,
    CASE WHEN value IS NOT NULL AND status = '' AND period >= DATE '2020-04-01' THEN 'p' ELSE status END
        AS status
FROM bus_journeys
WHERE series = 'Passenger journeys'
