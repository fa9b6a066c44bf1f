/*
title    = "Young children’s mathematics"
question = "How many children begin to count in time?"
unit     = "% of five-year-olds at the expected level in mathematics"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 143
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, early years foundation stage profile: children at the end of reception in \
    state-funded schools who reach the expected level in mathematics.\
    """
caveat   = { same_as = "skills/early_literacy" }
*/

SELECT area_code, period, value, status
FROM early_years
WHERE series = 'Mathematics'
