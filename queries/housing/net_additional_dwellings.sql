/*
title    = "Net additional homes"
question = "How many more homes do we have than a year ago?"
unit     = "homes gained in the year, less those lost"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
order    = 80
statistic = "count"
sum_of   = "district"
measure  = "homes added"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government: new builds, conversions and changes of use, \
    less demolitions, from 1 April to 31 March. A city region is the sum of its districts, where \
    every one has a figure.\
    """
caveat   = """\
    A count: large places gain more, so compare by the rate per 1,000 homes. Years before 2023/24 may \
    since have been revised. Where districts have merged, the years before are those of the old ones added \
    up.\
    """
*/

SELECT area_code, period, value, status
FROM net_additional_dwellings
