/*
title    = "Adults in further education"
question = "How many adults are learning?"
unit     = "people aged 19 and over in learning per 100,000"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
order    = 80
statistic = "rate"
per      = 100000
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, by learners' home postcode, for the whole academic year (August to July). \
    People aged 19 and over in funded further education or an apprenticeship at any time in the year, \
    for each 100,000 people; each person counts once.\
    """
caveat   = """\
    Counts where learners live, not where they are trained. Final figures. Publicly funded learning \
    only: courses paid for privately or by an employer are not seen.\
    """
*/

SELECT area_code, period, value, status
FROM further_education_and_skills_participation
WHERE series = 'Further education and skills participation'
