/*
title    = "First-time buyers"
question = "How many people buy their first home here?"
unit     = "first-time buyer mortgages per 1,000 homes"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
order    = 70
statistic = "rate"
per      = 1000
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics from Financial Conduct Authority returns: mortgages sold to \
    first-time buyers in the year for each 1,000 homes.\
    """
caveat   = """\
    First homes bought without a mortgage are not counted. Lenders differ in whom they call a first-time \
    buyer, above all when two people buy together. No figure for the Isles of Scilly.\
    """
*/

SELECT area_code, period, value, status
FROM first_time_buyer_mortgage_sales
WHERE series = 'First-time buyer mortgage sales'
