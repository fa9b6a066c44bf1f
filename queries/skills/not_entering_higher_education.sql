/*
title    = "Young people not entering university"
question = "From where do fewest young people go to university?"
unit     = "% of young people under 21 not entering higher education"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 140
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, entry to \
    higher education indicator: the share of young people under 21 who did not enter higher education, \
    as the index counts it.\
    """
caveat   = """\
    Entrants of a few years are set against everyone of those ages, so levels are far above the share \
    who never go: compare places, not the level. Values are smoothed by the publisher. For \
    neighbourhoods (LSOAs) only: districts and city regions have no figure, because \
    neighbourhoods cannot be averaged without the numbers behind them. 2025 is the edition; most of what \
    it rests on is from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    100 * entry_to_higher_education_indicator AS value,
    CASE WHEN entry_to_higher_education_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
