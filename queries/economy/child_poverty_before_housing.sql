/*
title    = "Children in poverty before housing costs"
question = "How many children are poor before rent is paid?"
unit     = "% of children under 16"
period   = "financial year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 60
statistic = "proportion"
gap_words = "children in poverty before housing costs"
gap_base = "people/children"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Department for Work and Pensions: children under 16 in families with less than 60% of the UK's \
    median income, before housing costs. Tax and benefit records spread a national survey estimate over \
    areas.\
    """
caveat   = """\
    Leaves out what families pay for their home, so it looks lower where rents are high. Modelled from \
    records and a survey, and provisional. Relative to the UK's middle income: it can fall because \
    everyone's income falls. No figure is published for England: the UK is shown. Some areas are added \
    up by the Office for National Statistics and may differ from other tables.\
    """
*/

SELECT area_code, period, value, status
FROM children_in_relative_poverty
WHERE series = 'Children in relative poverty before housing costs'
