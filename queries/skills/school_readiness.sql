/*
title    = "Children ready for school"
question = "How many children are ready for school at five?"
unit     = "% of five year olds with a good level of development"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 110
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education, Early Years Foundation Stage Profile: children whom teachers judge to meet \
    the goals in communication, personal, social and physical development, literacy and maths at the end \
    of reception.\
    """
caveat   = """\
    Not collected in 2019/20 and 2020/21; goals changed in 2021/22, so years before are not comparable. \
    Published for upper-tier authorities, regions and England. Combined authorities have no figure: the \
    numbers of young people behind the percentages are not held, and percentages are not averaged.\
    """

[[breaks]]
since    = 2021-09-01
reason   = "The early years framework and its goals were rewritten in September 2021."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'FSP_NEW_GOODDEV'
