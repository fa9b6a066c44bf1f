/*
title    = "English and maths, gap: children in care"
question = "How far behind are children in care at 16?"
unit     = "percentage points by which children in care are behind all pupils"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
order    = 84
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: the figure of all pupils less that of \
    children in care for a year, of the same year.\
    """
caveat   = """\
    Grades of 2019/20 and 2020/21 were set by teachers and are not comparable. Small numbers of children: \
    a figure can move much by chance. Published for upper-tier authorities, regions and England; combined \
    authorities have no figure, because the numbers behind the figures are not held and averages are not \
    averaged.\
    """

[[breaks]]
since  = 2019-09-01
reason = "Exams were cancelled in 2020 and 2021 and grades were set by teachers."

[[breaks]]
since  = 2021-09-01
reason = "Exams returned."

[groups]
group  = "children in care for a year"
others = "all pupils"
of     = "skills/gcse_english_maths"
*/

SELECT
    few.area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM few.period) - 1 AS INTEGER), 9, 1) AS period,
    most.value - few.value AS value,
    few.value AS group_value,
    most.value AS others_value,
    CASE
        WHEN most.value - few.value IS NOT NULL THEN 'derived'
        WHEN few.status = '' OR few.status IS NULL THEN 'x'
        ELSE few.status
    END AS status
FROM lait AS few
LEFT JOIN lait AS most
    ON few.area_code = most.area_code
    AND few.period = most.period
    AND most.series = 'EngMaths9-4'
WHERE few.series = 'LAC_EngMaths9-4'
