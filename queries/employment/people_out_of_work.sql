/*
title    = "People kept out of work, number"
question = "How many people are kept out of work?"
unit     = "working-age people kept out of work"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 132
statistic = "count"
sum_of   = "lsoa"
owner    = "Economy and employment team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the numerator of the employment domain, people of working age who would work \
    but are kept from it by unemployment, illness, disability or caring, seen by the benefits they \
    claim.\
    """
caveat   = """\
    Those who are out of work and claim nothing are not seen. A count: a neighbourhood with more people \
    has more. Numbers are rounded to the nearest 5 and very small ones are not published. Larger areas \
    are their neighbourhoods (LSOAs) added up, so they carry that rounding, and have no figure where one \
    neighbourhood has none. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    employment_domain_numerator AS value,
    CASE WHEN employment_domain_numerator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
