/*
title    = "Business survival, one year"
question = "Do new businesses last a year?"
unit     = "% of businesses born in the year that lived one year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 90
statistic = "proportion"
sum_of   = "district"
gap_words = "businesses of that year that lived one year"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: of the businesses born in the year shown, the share still active one \
    year later. The publisher gives rates, not numbers; because it does not round them, births and \
    survivors can be got back from them exactly. A city region is survivors over births, each \
    summed over its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. The year is the year of \
    birth.\
    """
*/

SELECT area_code, period, value, numerator, denominator, status
FROM business_counts
WHERE series = 'One-year survival rate'
