/*
title    = "No qualifications"
question = "How many adults have no qualifications?"
unit     = "% of people aged 16 to 64"
period   = "calendar year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 60
statistic = "estimate"
gap_words = "people without any qualification"
gap_base = "people/working_age"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics, Annual Population Survey: residents aged 16 to 64 who hold no \
    qualification. With 95% limits where the publisher gives them.\
    """
caveat   = """\
    Two years only, which are held against each other; that is no trend. Many districts have no figure or \
    no limits because few people are asked. Estimates from a sample survey whose falling response makes them volatile \
    (official statistics in development): look at the limits before reading a change. The publisher has \
    stopped updates after 2023 until the survey is reweighted.\
    """
*/

SELECT area_code, period, value, lower, upper, status
FROM qualifications_none_gb
WHERE series = 'No qualifications'
