/*
title    = "Digital exclusion: who lives here"
question = "Where are people of the age and background most often offline?"
unit     = "risk score from 0 (lowest) to 10 (highest), across England"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 71
carried_from = "lsoa11"
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Greater Manchester Combined Authority, Digital Exclusion Risk Index 1.6 (November 2022): its \
    demography component, one of three whose mean is the published score. It is published for the \
    neighbourhoods of 2011 and carried to those of 2021: one that was split gives its score to each \
    part; one made by merging has a score only where the merged parts agree.\
    """
caveat   = { same_as = "digital/exclusion_broadband" }
*/

SELECT
    lsoa11_code AS area_code,
    DATE '2022-01-01' AS period,
    demography_comp_national AS value
FROM deri
