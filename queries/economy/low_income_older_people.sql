/*
title    = "Older people with low income, number"
question = "How many older people live on low incomes?"
unit     = "older people with low income"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 0
order    = 86
statistic = "count"
owner    = "Economy and employment team"
reviewed = 2026-11-24
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    underlying indicators: the numerator of the income deprivation affecting older people index \
    (IDAOPI), older people with a low income as the income domain counts it.\
    """
caveat   = """\
    Those who are entitled and do not claim are not seen. A count: a neighbourhood with more people has \
    more. Numbers are rounded to the nearest 5 and very small ones are not published. For neighbourhoods \
    (LSOAs) only: districts and city regions have no figure, because too many of their \
    neighbourhoods lack a number. 2025 is the edition; most of what it rests on is from earlier years. \
    Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    income_deprivation_affecting_older_people_index_idaopi_numerator AS value,
    CASE
        WHEN income_deprivation_affecting_older_people_index_idaopi_numerator IS NULL
            THEN 'x'
        ELSE ''
    END AS status
FROM imd_2025_indicators
