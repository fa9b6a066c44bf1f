/*
title    = "Business births"
question = "How many new businesses start?"
unit     = "new businesses as % of active businesses"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 70
statistic = "proportion"
sum_of   = "district"
gap_words = "new businesses in the year"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: businesses present in the year that were not in either of the two \
    years before, as a share of active businesses. The publisher gives rates, not numbers; because it \
    does not round them, rate times active businesses gives back its own numbers (to 5). A city \
    region is made from those, summed over its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. New companies are not always \
    new activity.\
    """
*/

SELECT area_code, period, value, numerator, denominator, status
FROM business_counts
WHERE series = 'Business births'
