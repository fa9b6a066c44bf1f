/*
title    = "Higher study by 19, gap: poorer homes"
question = "How far behind are poorer young people?"
unit     = "percentage points by which young people who had free school meals are behind others"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " points"
headline = true
order    = 100
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, local authority interactive tool: the figure of others less that of young \
    people who had free school meals, both in state-funded schools of the same year. The figure of young \
    people who had free school meals is an indicator of its own.\
    """
caveat   = """\
    Private schools are left out. Counted where the school is. Published for upper-tier authorities, \
    regions and England; combined authorities have no figure, because the numbers of pupils behind the \
    figures are not held and averages are not averaged.\
    """

[groups]
group  = "young people who had free school meals"
others = "all others"
of     = "skills/higher_education_entry"
*/

SELECT
    few.area_code,
    few.period,
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
    AND most.series = 'HE_19_Non_FSM'
WHERE few.series = 'HE_19_FSM'
