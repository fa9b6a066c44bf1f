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
sum_of   = "district"
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics mid-year estimates: people who usually live in the area on 30 June. \
    Those aged 65 and over as a share of all. A city region without a figure of its own is made of its \
    districts: the share of each, published to 0.01 points, times its people, over all their people.\
    """
caveat   = """\
    Estimates, revised after each census; those after 2021 rest on records of births, deaths and moves. \
    The state pension age is now above 65.\
    """
*/

SELECT
    share.area_code,
    share.period,
    share.value,
    share.value * people.value / 100 AS numerator, -- the share is rounded, so this is near a whole number
    people.value AS denominator,
    share.status
FROM percentage_of_the_population_aged_65_plus AS share
LEFT JOIN population_count AS people
    ON share.area_code = people.area_code AND share.period = people.period
WHERE share.series = 'Percentage of the population aged 65+'
