/*
title    = "Sports facilities"
question = "How many places are there to do sport?"
unit     = "sports facilities per 10,000 people"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 1
order    = 182
owner    = "Research and insight team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, from Sport England's Active Places in October 2023: sports facilities \
    for each 10,000 people.\
    """
caveat   = """\
    A pitch counts as much as a leisure centre, and private clubs count too. One day is held.\
    """
*/

SELECT area_code, period, value, status
FROM sports_facilities
WHERE series = 'Sports facilities'
