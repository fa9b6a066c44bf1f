/*
title    = "Gas used at home"
question = "How much gas does a home use?"
unit     = "kilowatt hours in the year for each domestic meter, corrected for weather"
period   = "twelve months"
better   = "lower"
audience = "public"
decimals = 0
order    = 32
owner    = "Environment team"
reviewed = 2026-11-28
method   = """\
    Department for Energy Security and Net Zero: gas that homes used in the year from mid-May, corrected \
    for the weather, divided by their meters.\
    """
caveat   = """\
    Homes without gas are left out. Prices move it as well as insulation. Combined authorities have no \
    figure: the numbers of meters are not held here.\
    """
*/

SELECT area_code, period, value, status
FROM domestic_gas
WHERE series = 'Gas consumption'
