/*
title    = "Level 4 or above, gap: men"
question = "How far behind are men?"
unit     = "percentage points by which men aged 16 to 64 are behind women"
period   = "calendar year"
better   = "neither"
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

[[breaks]]
since  = 2022-01-01
reason = "Qualifications were counted by another framework from 2022."

[groups]
group  = "men"
others = "women"
*/

WITH shares AS (
    SELECT
        area_code,
        period,
        100.0 * SUM(CASE WHEN subgroup IN ('Males') AND metric = 'qualL4' THEN value END)
        / NULLIF(SUM(CASE WHEN subgroup IN ('Males') THEN value END), 0) AS group_value,
        100.0 * SUM(CASE WHEN subgroup IN ('Females') AND metric = 'qualL4' THEN value END)
        / NULLIF(SUM(CASE WHEN subgroup IN ('Females') THEN value END), 0) AS others_value,
        SUM(CASE WHEN value IS NULL THEN 1 ELSE 0 END) AS missing
    FROM local_skills
    WHERE breakdown = 'Gender'
        AND subgroup IN ('Males', 'Females')
        AND metric IN ('qualL1', 'qualL2', 'qualL3', 'qualL4', 'qualApp', 'qualNone', 'qualOther')
    GROUP BY area_code, period
)

SELECT
    area_code,
    period,
    CASE WHEN missing = 0 THEN others_value - group_value END AS value,
    CASE WHEN missing = 0 THEN group_value END AS group_value,
    CASE WHEN missing = 0 THEN others_value END AS others_value,
    CASE WHEN missing = 0 THEN 'derived' ELSE 'x' END AS status
FROM shares
