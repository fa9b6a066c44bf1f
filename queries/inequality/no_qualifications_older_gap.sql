/*
title    = "No qualifications, gap: over 50"
question = "How many more older people have none?"
unit     = "percentage points by which more people aged 50 to 64 than 25 to 39 have none"
period   = "calendar year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = " points"
order    = 134
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub, from the Annual Population Survey: the share of \
    people aged 50 to 64 without any qualification, less that of people aged 25 to 39. A share is of all \
    in the group by highest qualification, from the numbers that the hub gives.\
    """
caveat   = { same_as = "inequality/level_4_older_gap" }
breaks   = { same_as = "skills/level_4" }

[groups]
group  = "people aged 50 to 64"
others = "people aged 25 to 39"
better = "lower"
*/

WITH counted AS (
    SELECT
        area_code,
        period,
        CASE subgroup WHEN '50-64' THEN 'group' ELSE 'others' END AS side,
        value,
        CASE metric WHEN 'qualNone' THEN value END AS with_it
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
