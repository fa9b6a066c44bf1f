/*
title    = "Food outlets"
question = "How many places sell food to eat?"
unit     = "food outlets per 1,000 people"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
order    = 180
owner    = "Research and insight team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, from the register of businesses in March: places that serve or deliver \
    food, for each 1,000 people.\
    """
caveat   = """\
    Restaurants, cafés, takeaways and food stands alike. More of them is neither good nor bad by itself.\
    """
*/

SELECT area_code, period, value, status
FROM food_outlets
WHERE series = 'Food outlets'
