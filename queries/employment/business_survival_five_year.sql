/*
title    = "Business survival, five years"
question = "Do new businesses last five years?"
unit     = "% of businesses born in the year that lived five years"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 110
statistic = "proportion"
sum_of   = "district"
gap_words = "businesses of that year that lived five years"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: of the businesses born in the year shown, the share still active \
    five years later. The publisher gives rates, not numbers; because it does not round them, births and \
    survivors can be got back from them exactly. A city region is survivors over births, each \
    summed over its districts.\
    """
caveat   = """\
    Businesses registered for VAT or PAYE only: the smallest are not seen. Many companies registered at \
    one address (formation agents, sellers abroad) can distort a district. The year is the year of \
    birth; only one year of births is old enough, so no trend can be said.\
    """
*/

SELECT area_code, period, value, numerator, denominator, status
FROM business_counts
WHERE series = 'Five-year survival rate'
