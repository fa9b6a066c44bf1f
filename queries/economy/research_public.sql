/*
title    = "Public money for research"
question = "How much public money goes into research here?"
unit     = "£ of public money for research and development in the year for each resident"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
prefix   = "£"
order    = 64
statistic = "ratio"
per      = 1
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics: research and development that public money paid for, for each \
    resident in the middle of the year.\
    """
caveat   = """\
    In the prices of each year. Published for regions and nations alone: combined authorities and districts \
    have no figure; London has that of its region. Two years are held.\
    """
*/

SELECT
    spent.area_code,
    spent.period,
    1000000.0 * spent.value / NULLIF(residents.value, 0) AS value,
    1000000.0 * spent.value AS numerator,
    residents.value AS denominator,
    CASE WHEN spent.value / NULLIF(residents.value, 0) IS NULL THEN 'x' ELSE 'derived' END AS status
FROM research_public AS spent
LEFT JOIN population_count AS residents
    ON spent.area_code = residents.area_code
    AND EXTRACT(YEAR FROM spent.period) = EXTRACT(YEAR FROM residents.period)
WHERE spent.series = 'Public-funded expenditure on research and development'
