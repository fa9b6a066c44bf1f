/*
title    = "Too ill to work, of those inactive"
question = "Of people who neither work nor look for work, how many are ill for long?"
unit     = "% of economically inactive people aged 16 to 64 for whom long-term sickness is the reason"
period   = "calendar year"
better   = "lower"
sampled  = true
audience = "public"
decimals = 1
suffix   = "%"
order    = 24
owner    = "Economy and employment team"
reviewed = 2026-11-29
method   = """\
    Office for National Statistics, Annual Population Survey: of people aged 16 to 64 without a job who do \
    not look for one or could not start, those who give long-term sickness as the reason.\
    """
caveat   = """\
    A share of those inactive, not of all adults: it falls where more people are inactive for other reasons, \
    such as study. For any illness together; by condition nothing is held. Estimates from a sample survey, \
    given without margins of error: a district's figure can be off by several points. From an archive: the \
    edition of July 2024 ends in 2022. Published for 11 of the 15 combined authorities of 2025 and for the \
    regions and for England.\
    """
*/

SELECT area_code, period, value, status
FROM inactive_long_term_sick
WHERE series = 'Proportion of people who are economically inactive, who are economically inactive due to long term sickness'
