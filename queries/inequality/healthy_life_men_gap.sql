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
*/

SELECT
    men.area_code,
    men.period,
    women.value - men.value AS value,
    women.value - men.value
    - SQRT(POWER(women.value - women.lower, 2) + POWER(men.upper - men.value, 2)) AS lower,
    women.value - men.value
    + SQRT(POWER(women.upper - women.value, 2) + POWER(men.value - men.lower, 2)) AS upper,
    men.value AS group_value,
    women.value AS others_value,
    CASE
        WHEN women.value - men.value IS NOT NULL THEN 'derived'
        WHEN men.status = '' OR men.status IS NULL THEN 'x'
        ELSE men.status
    END AS status
FROM healthy_life_expectancy AS men
LEFT JOIN healthy_life_expectancy AS women
    ON men.area_code = women.area_code
    AND men.period = women.period
    AND women.series = 'Female healthy life expectancy'
WHERE men.series = 'Male healthy life expectancy'
