/*
title    = "Ready for secondary school"
question = "How many pupils leave primary school with what they need?"
unit     = "% of pupils at the expected standard in reading, writing and maths at 11"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 0
suffix   = "%"
order    = 140
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education, Key Stage 2: pupils in state-funded schools at the end of primary school who \
    reach the expected standard in reading, writing and mathematics together.\
    """
caveat   = """\
    2019/20 and 2020/21 had no tests. Counted where the school is, not where the child lives. The numbers \
    of pupils behind the percentages are not held here.\
    """

[[breaks]]
since  = 2021-09-01
reason = "No tests were held in 2019/20 and 2020/21."
*/

SELECT area_code, period, value, status
FROM key_stage_2
WHERE series = 'Pupils meeting the expected standard in reading, writing and maths'
