/*
title    = "Adults who complete a course"
question = "How many adults complete a course?"
unit     = "people aged 19 and over with an achievement per 100,000"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
order    = 90
statistic = "rate"
per      = 100000
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, by learners' home postcode, for the whole academic year (August to July). \
    People aged 19 and over who completed at least one funded course or apprenticeship in the year, for \
    each 100,000 people; each person counts once.\
    """
caveat   = """\
    Counts where learners live, not where they are trained. Final figures. Since April 2026 the \
    publisher counts community learning and Multiply courses too, in every year shown.\
    """
*/

SELECT area_code, period, value, status
FROM further_education_and_skills_learner_achievements
WHERE series = 'Further education and skills learner achievements'
