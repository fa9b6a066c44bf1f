/*
title    = "People aged 65 and over"
question = "How many of us are of pension age?"
unit     = "% of people aged 65 and over"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 40
statistic = "proportion"
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics mid-year estimates: people who usually live in the area on 30 June. \
    Those aged 65 and over as a share of all.\
    """
caveat   = """\
    Estimates, revised after each census; those after 2021 rest on records of births, deaths and moves. \
    The state pension age is now above 65.\
    """
*/

SELECT
    area_code,
    period,
    value,
    status
FROM percentage_of_the_population_aged_65_plus
WHERE series = 'Percentage of the population aged 65+'
