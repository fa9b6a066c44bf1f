/*
title    = "Average private rent"
question = "What does it cost to rent a home here?"
unit     = "£ a month, average of all private rents"
period   = "month"
better   = "neither"
audience = "public"
decimals = 0
prefix   = "£"
headline = true
order    = 32
owner    = "Housing and planning team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, Price Index of Private Rents: the average monthly rent of all \
    privately rented homes, new tenancies and old, of every size. The figures were transcribed from the \
    publisher's tables.\
    """
caveat   = """\
    July 2026 is the only month held, so nothing is said of change. Not published for combined \
    authorities, and averages are not averaged to make one. It includes tenancies agreed years ago: what \
    is asked for a home today is usually more.\
    """
*/

SELECT area_code, period, value, status
FROM private_rents
