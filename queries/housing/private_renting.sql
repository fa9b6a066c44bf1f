/*
title    = "Homes rented privately"
question = "How many households rent from a private landlord?"
unit     = "% of households"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
order    = 110
statistic = "proportion"
from_counts = true
sum_of   = "lsoa"
owner    = "Housing and planning team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: households that rent from a private landlord, a letting \
    agency or another private person, as a share of all. Larger areas are the counts of their \
    neighbourhoods (LSOAs) added up; a ward is those that fit it best.\
    """
caveat   = """\
    Census day, 21 March 2021, fell in lockdown, and nothing newer exists for neighbourhoods. Small \
    counts are blurred by the publisher to protect people, so sums differ a little from its own tables. \
    Students were often away. Living rent free is not counted.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    SUM(
        CASE
            WHEN tenure IN (
                'Private rented: Private landlord or letting agency',
                'Private rented: Other private rented'
            )
                THEN n
            ELSE 0
        END
    ) AS numerator,
    MAX(total_households) AS denominator
FROM census_household_tenure
GROUP BY lsoa21_code
