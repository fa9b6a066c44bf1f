/*
title    = "Rough sleeping, total"
question = "How many people in all sleep on the street?"
unit     = "people sleeping rough on one night in autumn"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 95
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-29
method   = """\
    Department for Levelling Up, Housing and Communities, rough sleeping snapshot: people seen, or thought \
    to be, sleeping rough on one night between October and November. A wider area is the sum of its districts.\
    """
caveat   = """\
    One night, counted in some councils and estimated in others. 2020 and 2021 were years in which \
    councils took people in from the street. The edition held ends in 2022: later years are published, but \
    not held here. To compare places, take the rate per 100,000 people.\
    """
*/

SELECT area_code, period, value, status
FROM rough_sleeping
WHERE series = 'People sleeping rough'
