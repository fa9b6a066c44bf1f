/*
title    = "People with low income"
question = "Where do most people live on low incomes?"
unit     = "% of people with low income"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 80
statistic = "proportion"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, income \
    domain: people in households that claim benefits for people out of work or on low pay, and have a \
    low income, as a share of all people.\
    """
caveat   = """\
    Those who are entitled and do not claim are not seen. For neighbourhoods (LSOAs) only: districts and \
    city regions have no figure, because neighbourhoods cannot be averaged without the numbers \
    behind them. 2025 is the edition; most of what it rests on is from earlier years. Not comparable \
    with 2019, so no trend can be said.\
    """
elsewhere = { same_as = "people/deprivation_score" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    100 * income_score AS value,
    CASE WHEN income_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
