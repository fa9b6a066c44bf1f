/*
title    = "Young children’s communication"
question = "How many children can express themselves when they start school?"
unit     = "% of five-year-olds at the expected level in communication and language"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 141
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, early years foundation stage profile: children at the end of reception in \
    state-funded schools who reach the expected level in communication and language.\
    """
caveat   = { same_as = "skills/early_literacy" }
*/

SELECT area_code, period, value, status
FROM early_years
WHERE series = 'Communication and language'
