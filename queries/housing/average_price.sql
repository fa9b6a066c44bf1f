/*
title    = "Average house price"
question = "What does a home cost here?"
unit     = "£, average price of a home sold"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
prefix   = "£"
order    = 50
measure  = "price of homes"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    UK House Price Index (HM Land Registry and Office for National Statistics): the average price of \
    homes sold, adjusted for the mix of homes, as held by Explore local statistics with one figure for \
    each year.\
    """
caveat   = """\
    The file gives a year and no month. Recent years are revised as sales are registered. In small \
    districts few sales make the figure move. No figure is published for combined authorities, and \
    averages of districts are not averaged again.\
    """
*/

SELECT area_code, period, value, status
FROM average_house_price
WHERE series = 'Average house price'
