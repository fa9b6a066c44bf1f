/*
title    = "Foreign investment held here"
question = "How much have foreign companies put into businesses here?"
unit     = "£ million, value at the end of the year of what foreign owners hold here"
period   = "calendar year"
better   = "neither"
audience = "public"
decimals = 0
prefix   = "£"
suffix   = " million"
order    = 60
owner    = "Economy and employment team"
reviewed = 2026-11-28
method   = """\
    Office for National Statistics: the value at the end of the year of foreign companies' investment in \
    businesses of the area.\
    """
caveat   = """\
    In the prices of each year. Booked where the business reports, which may be a head office, and single \
    deals move it much. Published for eleven combined authorities, for the regions and for England; \
    districts have no figure.\
    """
*/

SELECT area_code, period, value, status
FROM foreign_direct_investment
WHERE series = 'Inward foreign direct investment'
