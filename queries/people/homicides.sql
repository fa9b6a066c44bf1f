/*
title    = "Homicides"
question = "How many people are killed by others?"
unit     = "homicides a year per million people"
period   = "three years"
better   = "lower"
audience = "public"
decimals = 1
headline = true
order    = 125
statistic = "rate"
per      = 1000000
owner    = "Research and insight team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics, from the Home Office Homicide Index: homicides that police recorded in \
    three financial years, a year and per million residents in the middle of them. The publisher gives the \
    rate; the number of homicides is got back from it, and is whole, so margins of error can be worked out.\
    """
caveat   = """\
    Few events: a move may be chance. A city region has the figure of a police force with exactly its \
    districts; the others have none, and combined authorities' districts neither. South Yorkshire is left \
    out, because the publisher divides its homicides by the residents of two of its four districts. Victims \
    of disasters count when they are recorded.\
    """
*/

WITH residents AS (
    SELECT
        membership.within AS area_code,
        population_count.period,
        SUM(population_count.value) AS people
    FROM membership
    INNER JOIN areas
        ON membership.area_code = areas.area_code AND areas.level = 'district' AND areas.current
    INNER JOIN population_count
        ON membership.area_code = population_count.area_code
        AND population_count.series = 'Population count'
    GROUP BY membership.within, population_count.period
)

SELECT
    rates.area_code,
    rates.period,
    rates.value,
    ROUND(3.0 * rates.value * residents.people / 1000000) AS numerator,
    3.0 * residents.people AS denominator,
    rates.status
FROM homicides AS rates
LEFT JOIN residents
    ON rates.area_code = residents.area_code
    AND EXTRACT(YEAR FROM rates.period) + 1 = EXTRACT(YEAR FROM residents.period)
WHERE rates.series = 'Homicide Offences'
