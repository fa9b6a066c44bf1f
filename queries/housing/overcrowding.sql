/*
title    = "Overcrowded homes"
question = "How many homes are too small for those who live in them?"
unit     = "% of households with too few bedrooms"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 100
statistic = "proportion"
from_counts = true
sum_of   = "lsoa"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: households with at least one bedroom fewer than the \
    bedroom standard asks for, as a share of all. Larger areas are the counts of their neighbourhoods \
    (LSOAs) added up; a ward is those that fit it best.\
    """
caveat   = """\
    Census day, 21 March 2021, fell in lockdown, and nothing newer exists for neighbourhoods. Small \
    counts are blurred by the publisher to protect people, so sums differ a little from its own tables. \
    One date only, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    SUM(
        CASE WHEN occupancy_rating IN ('-1 (overcrowded)', '-2 or less (overcrowded)') THEN n ELSE 0 END
    ) AS numerator,
    MAX(total_households) AS denominator
FROM census_household_overcrowding
GROUP BY lsoa21_code
