/*
title    = "Railway station within a 30 minute walk"
question = "How many people can walk to a train or tram?"
unit     = "% of residents within a 30 minute walk of a railway station"
period   = "point in time"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
headline = true
order    = 20
statistic = "proportion"
gap_words = "residents within a 30 minute walk of a railway station"
gap_base = "people/population"
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics with Ordnance Survey: residents whose walk to the nearest of 2,808 \
    stations of England and Wales, at 4.8 kilometres an hour, takes no more than 30 minutes, as a share \
    of all residents in June 2024.\
    """
caveat   = """\
    One date only, so no trend can be said. The publisher speaks of railway stations, but tram stops are \
    among them: Bury has 66%, and only about 3% of its people live near a train. Heritage lines and \
    stations with a token service are left out. Says nothing of how often trains run. Published for 11 \
    of the 15 combined authorities of 2025.\
    """
*/

SELECT area_code, period, value, status
FROM railway_station_walk
WHERE series = 'Residents within a 30 minute walk of their nearest railway station'
