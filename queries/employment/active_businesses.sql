/*
title    = "Active businesses"
question = "How many businesses are there?"
unit     = "businesses with turnover or employees in the year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 0
order    = 60
statistic = "count"
sum_of   = "district"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: businesses with turnover or employees at any time of the year, \
    rounded to 5. A city region is the sum of its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. Counted where the head office \
    is registered.\
    """
*/

SELECT area_code, period, value, status
FROM business_demography
WHERE series = 'Active businesses'
