/*
title    = "Adults with few skills"
question = "Where do most adults lack qualifications or English?"
unit     = "% of working-age adults with no or low qualifications or little English"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 130
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2025, adult \
    skills indicator: adults of working age with no or low qualifications, or who cannot speak English \
    well or at all, as a share of all of that age, from Census 2021.\
    """
caveat   = """\
    For neighbourhoods (LSOAs) only: districts and city regions have no figure, because \
    neighbourhoods cannot be averaged without the numbers behind them. 2025 is the edition; most of what \
    it rests on is from earlier years. Not comparable with 2019, so no trend can be said.\
    """
*/

SELECT
    lsoa21_code AS area_code,
    DATE '2025-01-01' AS period,
    100 * adult_skills_and_english_language_proficiency_indicator AS value,
    CASE WHEN adult_skills_and_english_language_proficiency_indicator IS NULL THEN 'x' ELSE '' END AS status
FROM imd_2025_indicators
