/*
title    = "Monthly pay"
question = "What is the employee in the middle paid a month?"
unit     = "£ a month before tax, median of employees who live here"
period   = "month"
better   = "higher"
audience = "public"
decimals = 0
prefix   = "£"
order    = 47
statistic = "estimate"
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics and HM Revenue and Customs, from Pay As You Earn records: half of \
    employees who live here are paid less than this in the month, seasonally adjusted.\
    """
caveat   = """\
    Prices have risen too: this is not adjusted for them. The edition held ends in February 2023; later \
    months are published, but not held here. Published for districts and regions; combined authorities and \
    England have no figure, because medians are not averaged. Self-employed people are not in it.\
    """
*/

SELECT area_code, period, value, status
FROM payrolled_employees
WHERE series = 'Median monthly pay'
