/*
title    = "Apprenticeship achievements"
question = "How many people complete an apprenticeship?"
unit     = "apprenticeships achieved per 100,000 people aged 16 and over"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
order    = 70
statistic = "rate"
per      = 100000
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, by learners' home postcode, for the whole academic year (August to July). \
    Apprenticeships completed by people aged 16 and over, for each 100,000 people.\
    """
caveat   = """\
    Counts where learners live, not where they are trained. Final figures. Achievements follow starts by \
    one to four years.\
    """
*/

SELECT area_code, period, value, status
FROM apprenticeships
WHERE series = 'Apprenticeship achievements (England)'
