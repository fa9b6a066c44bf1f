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
statistic = "ratio"
per      = 1
sum_of   = "district"
gap_words = "tonnes of greenhouse gases in the year"
owner    = "Environment team"
reviewed = 2026-11-23
method   = """\
    Department for Energy Security and Net Zero: emissions of carbon dioxide, methane and nitrous oxide \
    in the area, divided by its people. Emissions of power stations are counted where the energy is \
    used, waste where it arises. A city region without a figure of its own is made of its districts: the \
    tonnes of each, published to 0.01 per person, times its people, over all their people.\
    """
caveat   = """\
    Emissions of goods made elsewhere and used here, and of flights, are not counted. A large works \
    makes a district look bad whoever uses what it makes. Some emissions cannot be placed in one \
    authority.\
    """
*/

SELECT
    emitted.area_code,
    emitted.period,
    emitted.value,
    emitted.value * people.value AS numerator,
    people.value AS denominator,
    emitted.status
FROM greenhouse_gas_emissions AS emitted
LEFT JOIN population_count AS people
    ON emitted.area_code = people.area_code
    AND EXTRACT(YEAR FROM emitted.period) = EXTRACT(YEAR FROM people.period)
WHERE emitted.series = 'Greenhouse gas emissions'
