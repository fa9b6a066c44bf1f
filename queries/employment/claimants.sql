/*
title    = "People claiming out-of-work benefits"
question = "How many people claim benefits because they are out of work?"
unit     = "% of people aged 16 to 64"
period   = "calendar year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 30
statistic = "proportion"
gap_words = "claimants"
gap_base = "people/working_age"
owner    = "Economy and employment team"
reviewed = 2026-11-23
method   = """\
    Office for National Statistics: people who claim Jobseeker's Allowance, or Universal Credit with a \
    duty to look for work, as a share of residents aged 16 to 64 (mid-2023 population).\
    """
caveat   = """\
    Official statistics in development. Not a measure of unemployment: many unemployed people do not \
    claim, and some claimants work a few hours. Universal Credit reached areas at different times from \
    2013 and asks more people to look for work, so long trends rise with it. About 1 to 1.5% are counted \
    twice.\
    """

[[breaks]]
since    = 2013-01-01
reason   = """\
    People on Universal Credit who have to look for work are counted from here on. It asks more people to \
    look for work than Jobseeker's Allowance did, and reached areas at different times until December 2018.\
    """

[[breaks]]
since    = 2019-01-01
reason   = "Universal Credit had reached every area by December 2018: from here on all count alike."
*/

SELECT area_code, period, value, status
FROM claimant_count
WHERE series = 'Claimant Count'
