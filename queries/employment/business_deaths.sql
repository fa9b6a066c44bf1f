/*
title    = "Business deaths"
question = "How many businesses close?"
unit     = "businesses closed as % of active businesses"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 80
statistic = "proportion"
sum_of   = "district"
gap_words = "businesses closed in the year"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: businesses active in the year and in neither of the two years after, \
    as a share of active businesses. The publisher gives rates, not numbers; because it does not round \
    them, rate times active businesses gives back its own numbers (to 5). A city region is made \
    from those, summed over its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. The latest two years are \
    estimated and will be revised.\
    """
*/

SELECT area_code, period, value, numerator, denominator, status
FROM business_counts
WHERE series = 'Business deaths'
