/*
title    = "Households without a car"
question = "Where do most people depend on getting about without a car?"
unit     = "% of households without a car or van"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 1
suffix   = "%"
order    = 95
owner    = "Transport team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Census 2021: households without a car or van, as a share of all. The \
    neighbourhood (LSOA) figure held here is an average of its output areas.\
    """
caveat   = """\
    Greater Manchester only, and for neighbourhoods only: the averages come without the numbers of \
    households, so they are not carried to districts or the city region. Census day, 21 March \
    2021, fell in lockdown.\
    """

[elsewhere]
published = "areas of every size in England and Wales"
held      = "neighbourhoods of Greater Manchester"
address   = "https://www.nomisweb.co.uk/datasets/c2021ts045"
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2021-03-21' AS period,
    number_of_cars_5a_000 AS value,
    CASE WHEN number_of_cars_5a_000 IS NULL THEN 'x' ELSE 'derived' END AS status
FROM census_lsoa_percentages
