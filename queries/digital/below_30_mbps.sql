/*
title    = "Broadband below 30 Mbit/s"
question = "Who is still left with slow broadband?"
unit     = "% of premises that cannot get more than 30 Mbit/s"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 20
statistic = "proportion"
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Ofcom, Connected Nations, January 2026: homes and businesses where no fixed service faster than 30 \
    Mbit/s can be bought, as a share of all.\
    """
caveat   = """\
    One date only in this table, so no trend can be said. Some areas are added up by the Office for \
    National Statistics and may differ from Ofcom.\
    """
*/

SELECT area_code, period, value, status
FROM premises_below_30
WHERE series = 'Premises below 30Mbps'
