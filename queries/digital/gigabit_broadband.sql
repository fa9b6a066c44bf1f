/*
title    = "Gigabit broadband"
question = "Can homes and businesses get the fastest broadband?"
unit     = "% of premises that can get 1,000 Mbit/s or more"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 10
statistic = "proportion"
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Ofcom, Connected Nations, January 2026: homes and businesses where a service of 1,000 Mbit/s or more \
    can be bought, as a share of all.\
    """
caveat   = """\
    One date only in this table, so no trend can be said. Says what can be bought, not what people take \
    up or can afford. Some areas are added up by the Office for National Statistics and may differ from \
    Ofcom.\
    """
*/

SELECT
    area_code,
    period,
    value,
    status
FROM gigabit_capable_broadband
WHERE series = 'Gigabit capable broadband'
