/*
title    = "Children in care"
question = "How many children are looked after by the council?"
unit     = "children looked after on 31 March for each 10,000 under 18"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
order    = 150
statistic = "rate"
per      = 10000
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: children looked after by the council on 31 \
    March, for each 10,000 residents under 18.\
    """
caveat   = """\
    A high figure can mean more need or earlier help, so neither way is better. In whole numbers. Small \
    authorities move by chance. Published for upper-tier authorities, regions and England. Combined \
    authorities have no figure: the numbers of children behind the rates are not held, and rates are not \
    averaged.\
    """
*/

SELECT
    area_code,
    -- The tool gives the year alone; children are counted on 31 March of it.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) AS INTEGER), 3, 31) AS period,
    value,
    status
FROM lait
WHERE series = 'LAC'
