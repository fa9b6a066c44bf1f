/*
title    = "Temporary accommodation, total"
question = "How many households in all have no settled home?"
unit     = "households in temporary accommodation at the end of the quarter"
period   = "quarter"
better   = "lower"
audience = "public"
decimals = 0
order    = 94
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-29
method   = """\
    Ministry of Housing, Communities and Local Government, homelessness case level data (H-CLIC), table \
    TA1: households in temporary accommodation on the last day of the quarter. A wider area is the sum of \
    its districts.\
    """
caveat   = """\
    As first published, not revised since. A council that made no return has no figure that quarter, and \
    neither has its city region; England's figure makes allowance for it. It counts households placed by \
    the area's councils, wherever they are placed. To compare places, take the rate per 1,000 households.\
    """
*/

SELECT area_code, period, value, status
FROM homelessness
WHERE series = 'Households in temporary accommodation'
