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
statistic = "rate"
per      = 100000
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Transport from Zapmap: public chargers of every speed reported as working at midnight \
    on the first day of the quarter, for each 100,000 people (mid-2024 population). Before January 2026: \
    charging devices, as published then.\
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
    status
FROM electric_vehicle_charging_devices
WHERE
    series = 'Electric vehicle public charging devices'
    AND period < DATE '2026-01-01'
UNION ALL
SELECT
    area_code,
    period,
    value,
    status
FROM public_electric_vehicle_chargers
WHERE series = 'Public electric vehicle chargers'
