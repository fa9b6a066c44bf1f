/*
title    = "Electricity used at home"
question = "How much electricity does a home use?"
unit     = "kilowatt hours in the year for each domestic meter"
period   = "twelve months"
better   = "neither"
audience = "public"
decimals = 0
order    = 30
owner    = "Environment team"
reviewed = 2026-11-28
method   = """\
    Department for Energy Security and Net Zero: electricity that homes used in the year from 1 February, \
    divided by their meters.\
    """
caveat   = """\
    A mild winter, a rise in prices or more electric heating all move it, so neither direction is good by \
    itself. Combined authorities have no figure: the numbers of meters are not held here.\
    """
*/

SELECT area_code, period, value, status
FROM domestic_electricity
WHERE series = 'Electricity consumption'
