/*
title    = "Homelessness relieved"
question = "When a council helps a homeless household, does it find a home?"
unit     = "% of relief duties that ended in the quarter with accommodation secured for six months or more"
period   = "quarter"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 22
statistic = "proportion"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-29
method   = """\
    Ministry of Housing, Communities and Local Government, homelessness case level data (H-CLIC), table \
    R1: households whose relief duty ended in October to December 2025 with accommodation secured for six \
    months or more, of all whose relief duty ended. A wider area is the sum of its districts.\
    """
caveat   = """\
    One quarter is held, as first published. A duty also ends after 56 days, whatever has come of it; the household may then be owed the main duty. \
    A council that gave no figure has none here, and neither has its city region. In small councils few \
    households stand behind a figure.\
    """
*/

SELECT
    ended.area_code,
    ended.period,
    100.0 * secured.value / NULLIF(ended.value, 0) AS value,
    secured.value AS numerator,
    ended.value AS denominator,
    CASE WHEN ended.value IS NULL OR ended.value = 0 THEN 'x' ELSE 'derived' END AS status
FROM homelessness_relief_ended AS ended
LEFT JOIN homelessness_relief_ended AS secured
    ON ended.area_code = secured.area_code
    AND ended.period = secured.period
    AND secured.series = 'Duties ended with accommodation secured'
WHERE ended.series = 'Duties ended'
