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
    A count: a larger place has more. As first published, not revised since. 82 councils have no figure for \
    October to December 2025: 7 made no return, and 75 made one and have a dash here, 21 of them with \
    nobody in bed and breakfast. What a dash stands for is not said, so it is not taken for 0; a city \
    region with such a council has no figure. It counts households placed by the area's councils, wherever \
    they are placed.\
    """
*/

SELECT area_code, period, value, status
FROM homelessness
WHERE series = 'Families in bed and breakfast over six weeks'
