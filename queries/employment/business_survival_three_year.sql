/*
title    = "Business survival, three years"
question = "Do new businesses last three years?"
unit     = "% of businesses born in the year that lived three years"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 100
statistic = "proportion"
sum_of   = "district"
gap_words = "businesses of that year that lived three years"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: of the businesses born in the year shown, the share still active \
    three years later. The publisher gives rates, not numbers; because it does not round them, births \
    and survivors can be got back from them exactly. A city region is survivors over births, each \
    summed over its districts.\
    """
caveat   = { same_as = "employment/business_survival_one_year" }
*/

SELECT area_code, period, value, numerator, denominator, status
FROM business_counts
WHERE series = 'Three-year survival rate'
