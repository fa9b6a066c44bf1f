/*
title    = "Apprenticeship starts"
question = "How many people begin an apprenticeship?"
unit     = "apprenticeships started per 100,000 people aged 16 and over"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
headline = true
order    = 20
statistic = "rate"
per      = 100000
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, by learners' home postcode, for the whole academic year (August to July). \
    Apprenticeships begun by people aged 16 and over, for each 100,000 people.\
    """
caveat   = """\
    Counts where learners live, not where they are trained. Final figures. Someone who begins two is \
    counted twice. The 2019/20 and 2020/21 years fell in the pandemic.\
    """
*/

SELECT area_code, period, value, status
FROM apprenticeships
WHERE series = 'Apprenticeship starts (England)'
