/*
title    = "Life satisfaction"
question = "How satisfied are people with their lives?"
unit     = "average score out of 10, people aged 16 and over"
period   = "financial year"
better   = "higher"
sampled  = true
audience = "public"
decimals = 2
order    = 60
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Population Survey: people aged 16 and over say how satisfied \
    they are with their life nowadays, from 0 (not at all) to 10 (completely); the average of the \
    answers. With 95% limits.\
    """
caveat   = """\
    A sample survey: scores differ little between places, so look at the limits. Nothing after the year \
    to March 2023 is held. No figure is published for combined authorities, and scores of districts are \
    not averaged.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM personal_wellbeing_estimates
WHERE series = 'Satisfaction'
