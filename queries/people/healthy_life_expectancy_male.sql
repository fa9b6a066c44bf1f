/*
title    = "Healthy life expectancy, male"
question = "How long can a boy born here expect to live in good health?"
unit     = "years in good health for a boy at birth"
period   = "three years"
better   = "higher"
audience = "public"
decimals = 1
suffix   = " years"
headline = true
order    = 30
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: the years a boy would live in good or very good health if the death \
    rates and self-reported health of the three years held for life. With 95% limits.\
    """
caveat   = { same_as = "people/healthy_life_expectancy_female" }
*/

SELECT area_code, period, value, lower, upper, status
FROM healthy_life_expectancy
WHERE series = 'Male healthy life expectancy'
