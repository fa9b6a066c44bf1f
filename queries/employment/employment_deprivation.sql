/*
title    = "Working-age people kept out of work"
question = "Where are most people kept out of work?"
unit     = "% of working-age people kept out of work"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 130
statistic = "proportion"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, \
    employment domain: people of working age who would work but are kept from it by unemployment, \
    illness, disability or caring, seen by the benefits they claim, as a share of all of that age.\
    """
caveat   = """\
    Those who are out of work and claim nothing are not seen. For neighbourhoods (LSOAs) only: districts \
    and city regions have no figure, because neighbourhoods cannot be averaged without the \
    numbers behind them. 2025 is the edition; most of what it rests on is from earlier years. Not \
    comparable with 2019, so no trend can be said.\
    """
elsewhere = { same_as = "people/deprivation_score" }
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    100 * employment_score AS value,
    CASE WHEN employment_score IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025
