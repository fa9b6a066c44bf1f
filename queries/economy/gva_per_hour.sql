/*
title    = "Output per hour worked"
question = "How much value do we make for each hour we work?"
unit     = "£ of gross value added per hour worked, in prices of the year"
period   = "calendar year"
better   = "higher"
audience = "public"
decimals = 2
prefix   = "£"
headline = true
order    = 10
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: the value of goods and services made in an area, less what was \
    bought in to make them, divided by the hours worked there.\
    """
caveat   = """\
    Official statistics in development. In the prices of each year, so part of any rise is inflation. \
    Counted where people work. Published for every combined authority of 2025 but Devon and Torbay. The \
    latest years are revised.\
    """
*/

SELECT area_code, period, value, status
FROM gross_value_added
WHERE series = 'Gross value added per hour worked'
