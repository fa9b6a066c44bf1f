/*
title    = "Public electric vehicle chargers"
question = "Can people charge an electric car near where they live?"
unit     = "public chargers per 100,000 people"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 1
headline = true
order    = 30
statistic = "ratio"
per      = 100000
sum_of   = "district"
gap_words = "public chargers"
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Transport from Zapmap: public chargers of every speed reported as working at midnight \
    on the first day of the quarter, for each 100,000 people (mid-2024 population). Before January 2026: \
    charging devices, as published then. The rates are not rounded, so that rate times people gives the \
    chargers; a city region without a figure of its own has those of its districts.\
    """
caveat   = """\
    Official statistics in development. Counted on a new basis since January 2026, not comparable with \
    earlier figures on charging devices. A fall may be an operator correcting its returns, not chargers \
    lost.\
    """

[[breaks]]
since    = 2026-01-01
reason   = """\
    From January 2026 chargers are counted, one for each vehicle that can charge at once; before, \
    devices were counted.\
    """
*/

SELECT
    area_code,
    period,
    value,
    CAST(NULL AS DOUBLE) AS numerator, -- whose people they were divided by is not said
    CAST(NULL AS DOUBLE) AS denominator,
    status
FROM electric_vehicle_charging_devices
WHERE
    series = 'Electric vehicle public charging devices'
    AND period < DATE '2026-01-01'
UNION ALL
SELECT
    chargers.area_code,
    chargers.period,
    chargers.value,
    FLOOR(chargers.value * people.value / 100000 + 0.5) AS numerator,
    people.value AS denominator,
    chargers.status
FROM public_electric_vehicle_chargers AS chargers
LEFT JOIN population_count AS people
    ON chargers.area_code = people.area_code AND people.period = DATE '2024-06-30'
WHERE chargers.series = 'Public electric vehicle chargers'
