/*
title    = "Motor vehicle flow"
question = "How busy are our roads?"
unit     = "motor vehicles a day on an average mile of road"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
order    = 70
measure  = "motor traffic"
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Department for Transport: traffic in the year divided by the length of public road and the days in \
    the year, for every road, national and local. Rounded to the nearest hundred by the publisher.\
    """
caveat   = """\
    An estimate from sample counts: less sure for one authority than for a country, and changes from \
    year to year may be noise. 2020 and 2021 were years of travel restrictions. Published for upper-tier \
    authorities only: districts of shire counties and combined authorities have no figure.\
    """
*/

SELECT area_code, period, value, status
FROM motor_vehicle_flow
WHERE series = 'Motor vehicle flow'
