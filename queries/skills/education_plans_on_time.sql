/*
title    = "Education plans made in time"
question = "How many plans for special needs are made in time?"
unit     = "% of new education, health and care plans made within 20 weeks, without exceptions"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
order    = 126
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-29
method   = """\
    Department for Education, local authority interactive tool: of education, health and care plans newly \
    made in the calendar year, those within the 20 weeks of the law, leaving out cases for which the law \
    makes an exception.\
    """
caveat   = """\
    Of plans that were made: children who wait for one are not in it. Published for upper-tier authorities, \
    regions and England. Combined authorities have no figure: the numbers of plans behind the percentages \
    are not held, and percentages are not averaged.\
    """
*/

SELECT area_code, period, value, status
FROM lait
WHERE series = 'SEN_EHC_Excpt_20wks'
