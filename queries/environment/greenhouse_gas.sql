/*
title    = "Greenhouse gas emissions per person"
question = "Are we cutting our emissions?"
unit     = "tonnes of CO2 equivalent per person"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " tonnes"
headline = true
order    = 10
owner    = "Environment team"
reviewed = 2026-11-23
method   = """\
    Department for Energy Security and Net Zero: emissions of carbon dioxide, methane and nitrous oxide \
    in the area, divided by its people. Emissions of power stations are counted where the energy is \
    used, waste where it arises.\
    """
caveat   = """\
    Emissions of goods made elsewhere and used here, and of flights, are not counted. A large works \
    makes a district look bad whoever uses what it makes. Some emissions cannot be placed in one \
    authority.\
    """
*/

SELECT
    area_code,
    period,
    value,
    status
FROM greenhouse_gas_emissions
WHERE series = 'Greenhouse gas emissions'
