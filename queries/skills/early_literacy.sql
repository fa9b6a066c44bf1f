/*
title    = "Young children’s literacy"
question = "How many children begin to read and write in time?"
unit     = "% of five-year-olds at the expected level in literacy"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 142
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, early years foundation stage profile: children at the end of reception in \
    state-funded schools who reach the expected level in literacy.\
    """
caveat   = """\
    Assessed by teachers. The profile was changed in September 2021, so earlier years are another measure \
    and are not held. The numbers of children behind the percentages are not held here.\
    """
*/

SELECT area_code, period, value, status
FROM early_years
WHERE series = 'Literacy'
