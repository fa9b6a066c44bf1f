/*
title    = "Carbon dioxide from homes"
question = "How much carbon dioxide does a typical home give off?"
unit     = "tonnes of carbon dioxide a year, of the middle home with an energy certificate"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 1
suffix   = " tonnes"
order    = 20
owner    = "Environment team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, from energy performance certificates up to March 2023: the median of \
    the emissions that the certificates estimate.\
    """
caveat   = """\
    Estimated from what a home is built of, not measured, and for homes that were built, sold or let since \
    certificates began; others are not in it. Medians are not averaged, so combined authorities have no \
    figure. One edition is held.\
    """
*/

SELECT area_code, period, value, status
FROM home_emissions
