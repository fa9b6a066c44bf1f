/*
title    = "Disabled people"
question = "How many people live with a disability?"
unit     = "% of residents disabled under the Equality Act"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
order    = 58
statistic = "proportion"
from_counts = true
sum_of   = "lsoa"
owner    = "Research and insight team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: residents with a long-lasting condition that limits \
    what they do each day, as a share of all. Larger areas are the counts of their neighbourhoods \
    (LSOAs) added up; a ward is those that fit it best.\
    """
caveat   = """\
    Census day, 21 March 2021, fell in lockdown, and nothing newer exists for neighbourhoods. Small \
    counts are blurred by the publisher to protect people, so sums differ a little from its own tables. \
    People say so themselves, and more are disabled where more are old: not adjusted for age.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    SUM(CASE WHEN disability = 'Disabled under the Equality Act' THEN n ELSE 0 END) AS numerator,
    MAX(total_residents) AS denominator
FROM census_disability
GROUP BY lsoa21_code
