/*
title    = "Length of short-term stays"
question = "How long do guests of short-term lets stay?"
unit     = "nights that a short-term let stay lasts, on average"
period   = "month"
better   = "neither"
audience = "public"
decimals = 1
order    = 86
seasonal = true
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, from booking platforms: nights divided by stays in short-term lets, by \
    the month in which the stay began.\
    """
caveat   = """\
    Only stays booked through the platforms that give their figures. It says nothing of hotels.\
    """
*/

SELECT area_code, period, value, status
FROM short_term_let_length_of_stay
WHERE series = 'Average length of short-term let stay'
