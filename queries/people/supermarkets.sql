/*
title    = "Supermarkets"
question = "How many supermarkets are there for the people here?"
unit     = "chain supermarkets per 10,000 people"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 2
order    = 181
owner    = "Research and insight team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, from a list of the shops of large chains in August 2023, for each \
    10,000 people.\
    """
caveat   = """\
    Chains only: independent shops and markets are not counted. One day is held.\
    """
*/

SELECT area_code, period, value, status
FROM supermarkets
WHERE series = 'Supermarkets'
