/*
title    = "People aged 16 to 64"
question = "How many people of working age live here?"
unit     = "people aged 16 to 64 who usually live here, mid-year"
period   = "point in time"
better   = "neither"
audience = "public"
decimals = 0
order    = 44
statistic = "count"
sum_of   = "district"
owner    = "Research and insight team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics mid-year estimates, worked out here: all residents, less the published \
    shares of those under 16 and of those aged 65 and over. What a gap in rates comes to in people is \
    counted among them.\
    """
caveat   = """\
    Estimates, revised after each census. The shares are published to 0.01 points, so the last two or three \
    digits mean nothing. The file of shares does not name its younger band: in Greater Manchester's \
    districts it agrees with single years of age under 16 of 2020 to 0.7 points.\
    """
*/

SELECT
    people.area_code,
    people.period,
    ROUND(people.value * (100 - young.value - old.value) / 100) AS value,
    CASE WHEN people.value * young.value * old.value IS NULL THEN 'x' ELSE 'derived' END AS status
FROM population_count AS people
INNER JOIN broad_age_bands AS young
    ON people.area_code = young.area_code AND people.period = young.period
INNER JOIN percentage_of_the_population_aged_65_plus AS old
    ON people.area_code = old.area_code AND people.period = old.period
WHERE people.series = 'Population count'
