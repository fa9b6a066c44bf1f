/*
title    = "Families in B&B over six weeks"
question = "How many families are kept in bed and breakfast for longer than the law allows?"
unit     = "households with children in bed and breakfast for over six weeks at the end of the quarter"
period   = "quarter"
better   = "lower"
audience = "public"
decimals = 0
order    = 27
statistic = "count"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-29
method   = """\
    Ministry of Housing, Communities and Local Government, homelessness case level data (H-CLIC), table \
    TA1: households with children in bed and breakfast hotels, resident there for more than six weeks, on \
    the last day of the quarter. A wider area is the sum of its districts.\
    """
caveat   = """\
    A count: a larger place has more. As first published, not revised since. A council that made no return \
    has no figure that quarter, and neither has its city region. It counts households placed by the area's \
    councils, wherever they are placed.\
    """
*/

SELECT
    area_code,
    period,
    value,
    status
FROM homelessness
WHERE series = 'Families in bed and breakfast over six weeks'
