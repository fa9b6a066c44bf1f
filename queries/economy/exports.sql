/*
title    = "Exports"
question = "How much do businesses here sell abroad?"
unit     = "£ million of goods and services sold abroad in the year"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
prefix   = "£"
suffix   = " million"
order    = 55
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics, regional trade in goods and services: the value of what businesses of \
    the area sold abroad.\
    """
caveat   = """\
    In the prices of each year, so a rise may be no more than inflation. Official statistics in \
    development: the place is worked out from where businesses employ people. Published for eight of \
    today's combined authorities, for the regions and for England; districts have no figure.\
    """
*/

SELECT area_code, period, value, status
FROM exports
WHERE series = 'Value of UK exports'
