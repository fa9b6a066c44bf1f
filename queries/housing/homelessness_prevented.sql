/*
title    = "Homelessness prevented"
question = "When a council tries to keep a household from becoming homeless, does it succeed?"
unit     = "% of prevention duties that ended in the quarter with accommodation secured for six months or more"
period   = "quarter"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 21
statistic = "proportion"
sum_of   = "district"
owner    = "Housing and planning team"
reviewed = 2026-11-29
method   = """\
    Ministry of Housing, Communities and Local Government, homelessness case level data (H-CLIC), table \
    P1: households whose prevention duty ended in October to December 2025 with accommodation secured for six \
    months or more, of all whose prevention duty ended. A wider area is the sum of its districts.\
    """
caveat   = """\
    One quarter is held, as first published. A household that was not kept from homelessness is then owed a relief duty. \
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
FROM homelessness_prevention_ended AS ended
LEFT JOIN homelessness_prevention_ended AS secured
    ON ended.area_code = secured.area_code
    AND ended.period = secured.period
    AND secured.series = 'Duties ended with accommodation secured'
WHERE ended.series = 'Duties ended'
