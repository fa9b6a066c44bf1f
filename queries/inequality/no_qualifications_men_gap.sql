/*
title    = "No qualifications, gap: men"
question = "How many more men have none?"
unit     = "percentage points by which more men than women aged 16 to 64 have no qualification"
period   = "calendar year"
better   = "neither"
sampled  = true
audience = "public"
decimals = 1
suffix   = " points"
order    = 136
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub, from the Annual Population Survey: the share of men \
    aged 16 to 64 without any qualification, less that of women. A share is of all in the group by \
    highest qualification, from the numbers that the hub gives.\
    """
caveat   = { same_as = "inequality/level_4_men_gap" }
breaks   = { same_as = "skills/level_4" }

[groups]
group  = "men"
others = "women"
better = "lower"
*/

WITH counted AS (
    SELECT
        area_code,
        period,
        CASE subgroup WHEN 'Males' THEN 'group' ELSE 'others' END AS side,
        value,
        CASE metric WHEN 'qualNone' THEN value END AS with_it
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
