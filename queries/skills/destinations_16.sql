/*
title    = "In learning or work after 16"
question = "How many go on to learning or work at 16?"
unit     = "% of pupils who finished key stage 4 and stayed in education, an apprenticeship or work"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 42
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, Local Skills data hub: of those who finished key stage 4 (at 16), the share who then \
    stayed in education, an apprenticeship or a job for at least two terms.\
    """
caveat   = """\
    The year is the hub's; it does not say whether young people left in it or in the year before. \
    Self-employment and moves abroad may be missed. Published for districts, eleven combined authorities \
    and London; the others have no figure, because the numbers of pupils behind the shares are not held.\
    """
*/

SELECT
    area_code,
    period,
    100.0 * value AS value,
    status
FROM local_skills
WHERE metric = 'sustainedPositiveDestinationKS4Rate' AND breakdown = 'Total'
