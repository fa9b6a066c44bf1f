/*
title    = "Employees on payrolls"
question = "How many people who live here are on a payroll?"
unit     = "employees on payrolls in the month, by where they live"
period   = "month"
better   = "higher"
audience = "public"
decimals = 0
order    = 46
statistic = "count"
sum_of   = "district"
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics and HM Revenue and Customs, from Pay As You Earn records: people paid \
    through a payroll in the month, by where they live, seasonally adjusted. A city region without a figure \
    of its own is the sum of its districts, each adjusted by itself.\
    """
caveat   = """\
    The edition held ends in February 2023; later months are published, but not held here. The newest \
    months were first estimates. Self-employed people are not in it, and more people living here is more \
    employees.\
    """
*/

SELECT area_code, period, value, status
FROM payrolled_employees
WHERE series = 'Payrolled employees'
