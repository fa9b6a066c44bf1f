/*
title    = "Young people not in work or learning"
question = "How many 16 and 17 year olds are not in education, work or training?"
unit     = "% of 16 and 17 year olds known to be NEET"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 40
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, from what councils record about young people of academic age 16 and 17: \
    the average of December, January and February of the school year.\
    """
caveat   = """\
    Depends on how well a council keeps track of its young people: read it beside those whose activity \
    is not known. Published for upper-tier authorities, regions and England. Combined authorities have \
    no figure: the numbers of young people behind the percentages are not held, and percentages are not \
    averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = '16-17 NEET'
