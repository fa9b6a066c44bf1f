/*
title    = "Level 4 or above, gap: men"
question = "How far behind are men?"
unit     = "percentage points by which men aged 16 to 64 are behind women"
period   = "calendar year"
better   = "neither"
sampled  = true
audience = "public"
decimals = 1
suffix   = " points"
order    = 130
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub, from the Annual Population Survey: the share of \
    women aged 16 to 64 whose highest qualification is Level 4 or above, less that of men. A share is of \
    all in the group by highest qualification, from the numbers that the hub gives.\
    """
caveat   = """\
    Estimates from a sample survey whose response has fallen, without margins of error: a move from one \
    year to the next may be chance. Below 0 where it is the other way round. No figure where a number is \
    withheld.\
    """
breaks   = { same_as = "skills/level_4" }

[groups]
group  = "men"
others = "women"
*/

WITH counted AS (
    SELECT
        area_code,
        period,
        CASE subgroup WHEN 'Males' THEN 'group' ELSE 'others' END AS side,
        value,
        CASE metric WHEN 'qualL4' THEN value END AS with_it
    FROM local_skills
    WHERE breakdown = 'Gender'
        AND subgroup IN ('Males', 'Females')
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
