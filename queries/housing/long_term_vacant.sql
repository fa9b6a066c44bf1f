/*
title    = "Homes empty for six months or more"
question = "How many homes stand empty while people need one?"
unit     = "% of homes"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 2
suffix   = "%"
order    = 40
statistic = "proportion"
sum_of   = "district"
gap_words = "homes empty for six months or more"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, from council tax records of early October: \
    homes empty for more than six months, as a share of the homes of 31 March of the same year. A \
    city region is made from the counts of its districts.\
    """
caveat   = """\
    Only homes that owners report as empty are seen. Since April 2013 councils set the discount \
    themselves; where there is none owners have less reason to report. 2020 was a pandemic year. Second \
    homes are not counted.\
    """

[[breaks]]
since    = 2013-04-01
reason   = """\
    Council tax exemptions for empty homes became discounts that councils set, so fewer owners report \
    that a home is empty.\
    """
*/

SELECT
    empty.area_code,
    empty.period,
    100.0 * empty.value / NULLIF(stock.value, 0) AS value,
    empty.value AS numerator,
    stock.value AS denominator,
    CASE WHEN stock.value > 0 THEN empty.status ELSE 'x' END AS status
FROM vacant_homes AS empty
LEFT JOIN vacant_homes AS stock
    ON empty.area_code = stock.area_code
    AND stock.series = 'Dwellings'
    AND EXTRACT(YEAR FROM empty.period) = EXTRACT(YEAR FROM stock.period)
WHERE empty.series = 'Long-term vacant homes'
