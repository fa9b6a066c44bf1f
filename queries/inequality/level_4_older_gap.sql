/*
title    = "Level 4 or above, gap: over 50"
question = "How far behind are older people?"
unit     = "percentage points by which people aged 50 to 64 are behind those aged 25 to 39"
period   = "calendar year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = " points"
order    = 132
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub, from the Annual Population Survey: the share of \
    people aged 25 to 39 whose highest qualification is Level 4 or above, less that of people aged 50 to \
    64. A share is of all in the group by highest qualification, from the numbers that the hub gives.\
    """
caveat   = """\
    Estimates from a sample survey whose response has fallen, without margins of error: a move from one \
    year to the next may be chance. Combined authorities and England only: for districts nearly all of the \
    numbers by age are withheld, and no figure is told where one of them is.\
    """
breaks   = { same_as = "skills/level_4" }

[groups]
group  = "people aged 50 to 64"
others = "people aged 25 to 39"
*/

WITH counted AS (
    SELECT
        area_code,
        period,
        CASE subgroup WHEN '50-64' THEN 'group' ELSE 'others' END AS side,
        value,
        CASE metric WHEN 'qualL4' THEN value END AS with_it
    FROM local_skills
    WHERE (area_code LIKE 'E47%' OR area_code = 'E92000001')
        AND breakdown = 'Age'
        AND subgroup IN ('50-64', '25-29', '30-39')
        AND metric IN ('qualL1', 'qualL2', 'qualL3', 'qualL4', 'qualApp', 'qualNone', 'qualOther')
)

SELECT
    area_code,
    period,
    side,
    CASE WHEN COUNT(value) = COUNT(*) THEN 100.0 * SUM(with_it) / NULLIF(SUM(value), 0) END AS value,
    '' AS status
FROM counted
GROUP BY area_code, period, side
