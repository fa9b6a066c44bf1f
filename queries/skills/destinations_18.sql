/*
title    = "In learning or work after 18"
question = "How many go on to learning or work at 18?"
unit     = "% of students who finished 16 to 18 study and stayed in education, an apprenticeship or work"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 43
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub: of those who finished 16 to 18 study, the share who then \
    stayed in education, an apprenticeship or a job for at least two terms.\
    """
caveat   = { same_as = "skills/destinations_16" }
*/

SELECT
    area_code,
    period,
    100.0 * value AS value,
    status
FROM local_skills
WHERE metric = 'sustainedPositiveDestinationKS5Rate' AND breakdown = 'Total'
