/*
title    = "Gigabit broadband"
question = "Can homes and businesses get the fastest broadband?"
unit     = "% of premises that can get 1,000 Mbit/s or more"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 10
statistic = "proportion"
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Ofcom, Connected Nations: homes and businesses where a service of 1,000 Mbit/s or more can be bought, \
    as a share of all. Each date as in the newest release that holds it.\
    """
caveat   = """\
    Twice a year since January 2024, three times a year before. Says what can be bought, not what people \
    take up or can afford. Some areas are added up by the Office for National Statistics and may differ \
    from Ofcom.\
    """
*/

WITH releases AS (
    SELECT
        area_code,
        period,
        value,
        status,
        row_number() OVER (PARTITION BY area_code, period ORDER BY released DESC) AS newest
    FROM gigabit_capable_broadband_history
    WHERE series = 'Gigabit capable broadband'
)

SELECT area_code, period, value, status
FROM releases
WHERE newest = 1
