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
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: the income of all households after taxes and cash benefits, divided \
    by the number of people, children included.\
    """
caveat   = """\
    An average, pulled up by the richest: not what a usual household has. In the prices of each year. \
    The latest year is provisional. Published for every combined authority of 2025 but Lancashire.\
    """
*/

SELECT
    area_code,
    period,
    value,
    status
FROM gross_disposable_household_income_per_head
WHERE series = 'Gross disposable household income'
