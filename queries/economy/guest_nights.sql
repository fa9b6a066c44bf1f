/*
title    = "Guest nights in short-term lets"
question = "How many visitors stay in short-term lets?"
unit     = "guest nights in the month"
period   = "month"
better   = "neither"
audience = "public"
decimals = 0
order    = 70
statistic = "count"
sum_of   = "district"
seasonal = true
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics from Airbnb, Booking.com and Expedia: nights spent in short-term \
    lets, counted for each guest (four guests for two nights are eight). A city region without a \
    figure of its own is the sum of its districts, which are rounded to 10.\
    """
caveat   = """\
    Strongly seasonal: compare a month with the same month a year before. Hotels and other platforms are \
    not covered. More visitors is good for trade and may be hard on housing, so neither direction is \
    called better.\
    """
*/

SELECT area_code, period, value, status
FROM short_term_let_number_of_guests_nights
WHERE series = 'Number of guest nights at a short-term let'
