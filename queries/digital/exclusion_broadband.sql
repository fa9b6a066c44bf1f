/*
title    = "Digital exclusion: broadband"
question = "Where would the connection itself keep people offline?"
unit     = "risk score from 0 (lowest) to 10 (highest), across England"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
order    = 70
owner    = "Digital team"
reviewed = 2026-11-23
method   = """\
    Greater Manchester Combined Authority, Digital Exclusion Risk Index 1.6 (November 2022): its \
    broadband component, one of three whose mean is the published score. It is published for the \
    neighbourhoods of 2011 and carried to those of 2021: one that was split gives its score to each \
    part; one made by merging has a score only where the merged parts agree.\
    """
caveat   = """\
    Risk, not a count of people offline. Merged and irregularly changed neighbourhoods have no \
    figure. For neighbourhoods only: combined authorities and districts have none, since scores are \
    not averaged.\
    """
*/

WITH inherited AS (
    SELECT
        lookup.lsoa21_code,
        MIN(deri.broadband_comp_national) AS lowest,
        MAX(deri.broadband_comp_national) AS highest,
        -- Any irregular change, or an old neighbourhood without a score, leaves the new one out.
        SUM(CASE WHEN lookup.change = 'X' OR deri.broadband_comp_national IS NULL THEN 1 ELSE 0 END) AS unusable
    FROM lsoa11_lsoa21 AS lookup
    LEFT JOIN deri ON lookup.lsoa11_code = deri.lsoa11_code
    GROUP BY lookup.lsoa21_code
)

SELECT
    lsoa21_code AS area_code,
    DATE '2022-01-01' AS period,
    CASE WHEN unusable = 0 AND lowest = highest THEN lowest END AS value,
    CASE WHEN unusable = 0 AND lowest = highest THEN 'derived' ELSE 'x' END AS status
FROM inherited
