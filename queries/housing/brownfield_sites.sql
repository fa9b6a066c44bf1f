/*
title    = "Brownfield sites for homes"
question = "How much used land is listed for new homes?"
unit     = "sites on the councils' brownfield land registers"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
order    = 60
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Sites on the brownfield land registers that councils must keep, as compiled in 2025. A city \
    region is the sum of its districts.\
    """
caveat   = """\
    A site says nothing of its size, and registers are kept with more or less care: some list sites that \
    are built on. Areas in hectares hold mistakes and are not shown.\
    """
*/

SELECT area_code, period, value, status
FROM brownfield_capacity
WHERE series = 'Brownfield sites'
