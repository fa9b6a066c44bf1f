/*
title    = "House price to earnings ratio"
question = "Can people who live here afford to buy here?"
unit     = "times median annual full-time earnings of residents"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " times"
headline = true
order    = 10
statistic = "ratio"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: the median price paid for a home in the year ending September, \
    divided by the median gross annual earnings of full-time employees who live in the area, in April.\
    """
caveat   = """\
    The publisher treats five times earnings as a broad limit of affordable. Prices are not adjusted for \
    the mix of homes sold. All earlier years are revised every year. No figure is published for combined \
    authorities, and a ratio of medians cannot be made from those of districts. Renters are not covered.\
    """
*/

SELECT area_code, period, value, status
FROM housing_affordability_ratio
WHERE series = 'Housing affordability ratio (residence-based)'
