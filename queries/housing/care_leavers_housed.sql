/*
title    = "Care leavers in suitable homes"
question = "How many care leavers live somewhere suitable?"
unit     = "% of care leavers aged 19 to 21 in accommodation that their council calls suitable"
period   = "financial year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 30
statistic = "proportion"
owner    = "Housing and planning team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: former relevant young people aged 19 to 21 \
    in accommodation that their council judges suitable, around their birthday in the year.\
    """
caveat   = """\
    Suitable is the council's own judgement. In whole per cent. In some places few young people stand behind \
    a figure. Published for upper-tier authorities, regions and England. Combined authorities have no \
    figure: the numbers of young people behind the percentages are not held, and percentages are not \
    averaged.\
    """
*/

SELECT
    area_code,
    -- The tool dates a year of social care by the year in whose March it ends.
    MAKE_DATE(CAST(EXTRACT(YEAR FROM period) - 1 AS INTEGER), 4, 1) AS period,
    value,
    status
FROM lait
WHERE series = 'CareLeaverAcc'
