/*
title    = "Children in poverty after housing costs"
question = "How many children grow up in low-income families?"
unit     = "% of children under 16"
period   = "financial year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 30
statistic = "proportion"
gap_words = "children in poverty after housing costs"
gap_base = "people/children"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Department for Work and Pensions: children under 16 in families with less than 60% of the UK's \
    median income, after rent or mortgage interest is paid. Tax and benefit records spread a national \
    survey estimate over areas.\
    """
caveat   = """\
    Two years only. Modelled from records and a survey, and provisional. Relative to the UK's middle \
    income: it can fall because everyone's income falls. No figure is published for England: the UK is \
    shown. Some areas are added up by the Office for National Statistics and may differ from other \
    tables.\
    """
*/

SELECT area_code, period, value, status
FROM children_in_relative_poverty
WHERE series = 'Children in relative poverty after housing costs'
