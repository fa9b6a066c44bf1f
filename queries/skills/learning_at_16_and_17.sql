/*
title    = "In education or training at 16 and 17"
question = "How many 16 and 17 year olds are in education or training?"
unit     = "% of 16 and 17 year olds recorded in education or training"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 41
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: young people of academic age 16 and 17 whom \
    councils record as in education or training, in March.\
    """
caveat   = """\
    Depends on how well a council keeps track of its young people: those whose activity is not known count \
    as not in it. Published for upper-tier authorities, regions and England. Combined authorities have no \
    figure: the numbers of young people behind the percentages are not held, and percentages are not \
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
WHERE series = '16-17Ed&Training'
