/*
title    = "Adults who live with obesity"
question = "How many adults live with obesity?"
unit     = "% of adults with a body mass index of 30 or more"
period   = "twelve months"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 62
owner    = "Research and insight team"
reviewed = 2026-11-28
method   = """\
    Office for Health Improvement and Disparities, from Sport England's Active Lives survey: adults whose \
    height and weight, as they say them, give a body mass index of 30 or more; years from mid-November, \
    with 95% margins.\
    """
caveat   = """\
    People say their own height and weight, which is corrected for. A survey, so each figure has a margin.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM adult_obesity
WHERE series = 'Adult obesity prevalence'
