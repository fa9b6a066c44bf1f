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
caveat   = { same_as = "inequality/higher_education_free_meals" }

[groups]
group  = "young people who had free school meals"
others = "all others"
of     = "skills/higher_education_entry"
*/

SELECT
    area_code,
    period,
    CASE series WHEN 'HE_19_FSM' THEN 'group' ELSE 'others' END AS side,
    value,
    status
FROM lait
WHERE series IN ('HE_19_FSM', 'HE_19_Non_FSM')
