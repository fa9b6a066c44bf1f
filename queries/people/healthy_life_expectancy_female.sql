/*
title    = "Healthy life expectancy, female"
question = "How long can a girl born here expect to live in good health?"
unit     = "years in good health for a girl at birth"
period   = "three years"
better   = "higher"
audience = "public"
decimals = 1
suffix   = " years"
headline = true
order    = 20
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: the years a girl would live in good or very good health if the death \
    rates and self-reported health of the three years held for life. With 95% limits.\
    """
caveat   = """\
    Official statistics in development, on an interim method because the survey has become small. Three \
    years at a time, so neighbouring figures share years: only those three years apart are independent. \
    Published for upper-tier authorities; none for the City of London and the Isles of Scilly.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM healthy_life_expectancy
WHERE series = 'Female healthy life expectancy'
