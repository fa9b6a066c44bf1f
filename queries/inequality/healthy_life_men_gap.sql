/*
title    = "Healthy life, gap: men"
question = "How much shorter is a man's healthy life?"
unit     = "years of good health by which men at birth are behind women"
period   = "three years"
better   = "neither"
audience = "public"
decimals = 1
suffix   = " years"
order    = 120
owner    = "Research and insight team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics: the healthy life expectancy of women at birth less that of men, of the \
    same three years. The 95% limits of the difference are made from the published limits of both (squares \
    of their sides added).\
    """
caveat   = """\
    Official statistics in development, on an interim method. Below 0 where men have more healthy years. \
    Women live longer, and more of that time in poor health, so the gap is smaller than that of length of \
    life. Three years at a time: only figures three years apart are independent.\
    """

[groups]
group  = "men"
others = "women"
limits = true
*/

SELECT
    area_code,
    period,
    CASE series WHEN 'Male healthy life expectancy' THEN 'group' ELSE 'others' END AS side,
    value,
    lower,
    upper,
    status
FROM healthy_life_expectancy
WHERE series IN ('Male healthy life expectancy', 'Female healthy life expectancy')
