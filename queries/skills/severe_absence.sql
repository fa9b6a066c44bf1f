/*
title    = "Pupils absent half the time"
question = "How many pupils miss half of school or more?"
unit     = "% of pupils who miss half or more of their sessions"
period   = "academic year"
better   = "lower"
audience = "public"
decimals = 2
suffix   = "%"
order    = 123
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: pupils of state-funded primary, secondary \
    and special schools who missed half or more of their own possible sessions in the year.\
    """
caveat   = """\
    2019/20 was not published. In 2020/21 and 2021/22 sessions missed because of COVID were possible \
    sessions but not absences. A small share: a move of a few pupils shows. Published for upper-tier \
    authorities, regions and England. Combined authorities have no figure: the numbers of pupils behind the \
    percentages are not held, and percentages are not averaged.\
    """

[[breaks]]
since  = 2020-09-01
reason = "2019/20 was not published; in 2020/21 and 2021/22 sessions missed because of COVID were not counted as absence."

[[breaks]]
since  = 2022-09-01
reason = "Sessions missed because of COVID are counted as absence again."
*/

SELECT
    area_code,
    -- The tool dates a school year by the calendar year in which it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 9, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'TotSevPerAbNew'
