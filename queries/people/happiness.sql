/*
title    = "Happiness"
question = "How happy do people feel?"
unit     = "average score out of 10, people aged 16 and over"
period   = "financial year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 2
order    = 70
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Population Survey: people aged 16 and over say how happy they \
    felt yesterday, from 0 (not at all) to 10 (completely); the average of the answers. With 95% limits.\
    """
caveat   = { same_as = "people/life_satisfaction" }
*/

SELECT area_code, period, value, lower, upper, status
FROM personal_wellbeing_estimates
WHERE series = 'Happiness'
