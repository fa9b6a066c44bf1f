/*
title    = "High-growth businesses"
question = "How many businesses are growing fast?"
unit     = "% of businesses with 10 or more employees"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 120
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: businesses whose number of employees grew by more than 20% a year \
    over three years, as a share of businesses with 10 or more employees.\
    """
caveat   = """\
    Few businesses are in this group, so small districts jump about. No figure is published for combined \
    authorities: the number of businesses with 10 or more employees is not published, so it cannot be \
    derived.\
    """
*/

SELECT area_code, period, value, status
FROM business_demography
WHERE series = 'High growth businesses'
