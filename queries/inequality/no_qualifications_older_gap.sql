/*
title    = "No qualifications, gap: over 50"
question = "How many more older people have none?"
unit     = "percentage points by which more people aged 50 to 64 than 25 to 39 have none"
period   = "calendar year"
better   = "lower"
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
caveat   = """\
    Estimates from a sample survey whose response has fallen, without margins of error: a move from one \
    year to the next may be chance. Combined authorities and England only: for districts nearly all of the \
    numbers by age are withheld, and no figure is told where one of them is.\
    """

[[breaks]]
since  = 2022-01-01
reason = "Qualifications were counted by another framework from 2022."

[groups]
group  = "people aged 50 to 64"
others = "people aged 25 to 39"
*/

WITH shares AS (
    SELECT
        area_code,
        period,
        100.0 * SUM(CASE WHEN subgroup IN ('50-64') AND metric = 'qualNone' THEN value END)
        / NULLIF(SUM(CASE WHEN subgroup IN ('50-64') THEN value END), 0) AS group_value,
        100.0 * SUM(CASE WHEN subgroup IN ('25-29', '30-39') AND metric = 'qualNone' THEN value END)
        / NULLIF(SUM(CASE WHEN subgroup IN ('25-29', '30-39') THEN value END), 0) AS others_value,
        SUM(CASE WHEN value IS NULL THEN 1 ELSE 0 END) AS missing
    FROM local_skills
    WHERE (area_code LIKE 'E47%' OR area_code = 'E92000001')
        AND breakdown = 'Age'
        AND subgroup IN ('50-64', '25-29', '30-39')
        AND metric IN ('qualL1', 'qualL2', 'qualL3', 'qualL4', 'qualApp', 'qualNone', 'qualOther')
    GROUP BY area_code, period
)

SELECT
    area_code,
    period,
    CASE WHEN missing = 0 THEN group_value - others_value END AS value,
    CASE WHEN missing = 0 THEN group_value END AS group_value,
    CASE WHEN missing = 0 THEN others_value END AS others_value,
    CASE WHEN missing = 0 THEN 'derived' ELSE 'x' END AS status
FROM shares
