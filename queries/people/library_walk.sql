/*
title    = "Library within a 30 minute walk"
question = "How many people can walk to a library?"
unit     = "% of residents within a 30 minute walk of a library"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 110
statistic = "proportion"
gap_words = "residents within a 30 minute walk of a library"
gap_base = "people/population"
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics with Ordnance Survey: residents whose walk to the nearest of 3,159 \
    public libraries, at 4.8 kilometres an hour, takes no more than 30 minutes, as a share of all \
    residents in May 2024.\
    """
caveat   = """\
    One date only, so no trend can be said. Mobile libraries and those open for less than two hours a \
    week are left out. Published for 11 of the 15 combined authorities of 2025.\
    """
*/

SELECT area_code, period, value, status
FROM library_walk
WHERE series = 'Residents within a 30 minute walk of their nearest library'
