/*
title    = "Level 4 or above"
question = "How many adults hold a higher qualification?"
unit     = "% of people aged 16 to 64 whose highest qualification is Level 4 or above"
period   = "calendar year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 12
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub, from the Annual Population Survey: people with Level 4 \
    or above (a higher national certificate, a degree) as a share of all by highest qualification. Where a \
    number behind the share is withheld, the share of 2024 that the Department gives itself.\
    """
caveat   = """\
    Estimates from a sample survey that is no longer accredited, without margins of error: a district's \
    figure can be off by several points. City regions have a figure where the hub has their own, or where \
    an area of a local skills improvement plan has the same districts.\
    """

[[breaks]]
since  = 2022-01-01
reason = "Qualifications were counted by another framework from 2022."
*/

WITH counted AS (
    SELECT
        area_code,
        period,
        100.0 * SUM(CASE WHEN metric = 'qualL4' THEN value END) / NULLIF(SUM(value), 0) AS value
    FROM local_skills
    WHERE breakdown = 'Total'
        AND metric IN ('qualL1', 'qualL2', 'qualL3', 'qualL4', 'qualApp', 'qualNone', 'qualOther')
    GROUP BY area_code, period
    HAVING COUNT(value) = COUNT(*)
)

SELECT
    area_code,
    period,
    value,
    'derived' AS status
FROM counted
UNION ALL
SELECT
    given.area_code,
    given.period,
    100.0 * given.value AS value,
    given.status
FROM qualifications_2024 AS given
LEFT JOIN counted
    ON given.area_code = counted.area_code AND given.period = counted.period
WHERE given.series = 'Level 4 or above' AND counted.area_code IS NULL
