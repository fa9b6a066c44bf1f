/*
title    = "Household income per person"
question = "How much do households have to spend or save?"
unit     = "£ a year per person after tax and benefits, in prices of the year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 0
prefix   = "£"
headline = true
order    = 20
gap_words = "household income in the year"
gap_base = "people/population"
statistic = "ratio"
per      = 1
sum_of   = "district"
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics: the income of all households after taxes and cash benefits, divided \
    by the number of people, children included. A city region without a figure of its own is worked out from \
    its districts: each one's income is its figure times its residents. That comes within £6 of what is \
    published for the combined authorities that have both.\
    """
caveat   = """\
    An average, pulled up by the richest: not what a usual household has. In the prices of each year. \
    The latest year is provisional. Residents have been revised since, which moves what is worked out a little.\
    """
*/

SELECT
    income.area_code,
    income.period,
    income.value,
    income.value * residents.value AS numerator,
    residents.value AS denominator,
    income.status
FROM gross_disposable_household_income_per_head AS income
LEFT JOIN population_count AS residents
    ON income.area_code = residents.area_code
    AND EXTRACT(YEAR FROM income.period) = EXTRACT(YEAR FROM residents.period)
WHERE income.series = 'Gross disposable household income'
