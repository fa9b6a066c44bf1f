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

WITH neighbourhoods AS (
    SELECT
        lsoa21_code,
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
),

-- Every area of England that LSOAs make up; the UK is left out, it is more than England.
wider AS (
    SELECT
        membership.within AS area_code,
        SUM(neighbourhoods.numerator) AS numerator,
        SUM(neighbourhoods.denominator) AS denominator
    FROM neighbourhoods
    INNER JOIN membership ON neighbourhoods.lsoa21_code = membership.area_code
    INNER JOIN areas ON membership.within = areas.area_code AND areas.current
    WHERE SUBSTRING(membership.within, 1, 1) = 'E'
    GROUP BY membership.within
)

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    100.0 * numerator / NULLIF(denominator, 0) AS value,
    numerator,
    denominator,
    CASE WHEN denominator > 0 THEN '' ELSE 'x' END AS status
FROM neighbourhoods
UNION ALL
SELECT
    area_code,
    DATE '2021-03-21' AS period,
    100.0 * numerator / NULLIF(denominator, 0) AS value,
    numerator,
    denominator,
    'derived' AS status
FROM wider
