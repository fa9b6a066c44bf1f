/*
title    = "Median price paid"
question = "What does the home in the middle of the market cost?"
unit     = "£, median price paid in the year"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
prefix   = "£"
order    = 60
measure  = "price of homes"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics house price statistics for small areas: half of the homes sold in the \
    year cost less. Published each quarter for the year just ended; only years ending in December are \
    kept here, so that no sale is in two figures.\
    """
caveat   = """\
    Not adjusted for the mix of homes sold: more flats sold in a year lower it. Newly registered sales \
    revise recent years. Published for the combined authorities that existed when the file was made; for \
    the others nothing is shown, because medians of districts cannot be combined.\
    """
*/

SELECT area_code, period, value, status
FROM median_house_prices
WHERE series = 'Median house price'
    AND EXTRACT(MONTH FROM period) = 1 -- the rolling years that are calendar years
