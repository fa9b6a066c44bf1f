/*
title    = "Households deprived in several ways"
question = "How many households are deprived in more ways than one?"
unit     = "% of households deprived in two or more of four ways"
period   = "point in time"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 57
statistic = "proportion"
from_counts = true
sum_of   = "lsoa"
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: households deprived in at least two of education, \
    employment, health and housing, as a share of all. Larger areas are the counts of their \
    neighbourhoods (LSOAs) added up; a ward is those that fit it best.\
    """
caveat   = """\
    Census day, 21 March 2021, fell in lockdown, and nothing newer exists for neighbourhoods. Small \
    counts are blurred by the publisher to protect people, so sums differ a little from its own tables. \
    Income is not asked. Furlough in 2021 blurs employment. One date only.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    SUM(
        CASE
            WHEN deprivation_dimensions IN (
                'Household is deprived in two dimensions',
                'Household is deprived in three dimensions',
                'Household is deprived in four dimensions'
            )
                THEN n
            ELSE 0
        END
    ) AS numerator,
    MAX(total_households) AS denominator
FROM census_household_deprivation
GROUP BY lsoa21_code
