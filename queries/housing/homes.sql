/*
title    = "Homes"
question = "How many homes are there?"
unit     = "homes with a council tax band"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
order    = 95
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Valuation Office Agency: homes with a council tax band on 31 March, to the nearest ten. A city \
    region is the sum of its districts.\
    """
caveat   = """\
    Homes that pay business rates, such as holiday lets, are left out. The national figures come from the \
    same lists, rounded by themselves.\
    """
*/

SELECT area_code, period, value, status
FROM dwellings
WHERE series = 'Dwellings'
