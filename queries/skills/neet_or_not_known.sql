/*
title    = "Young people NEET or not known"
question = "How many 16 and 17 year olds are out of sight of work and learning?"
unit     = "% of 16 and 17 year olds NEET or whose activity is not known"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 45
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, from what councils record about young people of academic age 16 and 17: \
    the average of December, January and February of the school year. Adds those whom the council could \
    not trace, as the department does in its headline.\
    """
caveat   = """\
    Not everyone who cannot be traced is out of work and learning. Published for upper-tier authorities, \
    regions and England. Combined authorities have no figure: the numbers of young people behind the \
    percentages are not held, and percentages are not averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = '16-17_not known_NEET'
