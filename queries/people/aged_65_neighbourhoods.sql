/*
title    = "Neighbours aged 65 and over"
question = "Which neighbourhoods have most older people?"
unit     = "% of people aged 65 and over at the census"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
statistic = "proportion"
from_counts = true
sum_of   = "lsoa"
order    = 45
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: people aged 65 and over as a share of all. Larger \
    areas are the counts of their neighbourhoods (LSOAs) added up; a ward is those that fit it best.\
    """
caveat   = """\
    Greater Manchester only. Census day, 21 March 2021, fell in lockdown, when some students were \
    away. Small counts are blurred by the publisher to protect people. One date only, so no trend \
    can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    age_aged_65_to_69_years + age_aged_70_to_74_years + age_aged_75_to_79_years
    + age_aged_80_to_84_years + age_aged_85_years_and_over AS numerator,
    age_total AS denominator
FROM census_age
