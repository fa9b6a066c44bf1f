/*
title    = "English and maths GCSE by age 19"
question = "How many young people have English and maths by 19?"
unit     = "% of 19 year olds with GCSE or equal in both English and maths"
period   = "academic year"
better   = "higher"
audience = "public"
decimals = 1
suffix   = "%"
headline = true
order    = 30
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-23
method   = """\
    Department for Education: young people who hold GCSEs (or their equal) in both English and maths by \
    the end of the academic year in which they turn 19, of those in state schools at age 15.\
    """
caveat   = """\
    Grades were set by teachers in 2019/20 and 2020/21 and were higher: the years are not comparable, \
    and the change reaches this figure when those pupils turn 19. Counted where the school was at age \
    15, not where people live now. Private schools are left out.\
    """

[[breaks]]
since    = 2019-09-01
reason   = "Grades of summer 2020 and 2021 were set by teachers; resits taken in those years count from here."

[[breaks]]
since    = 2022-09-01
reason   = "From here to 2023/24 the young people had their own GCSE grades set by teachers, at age 16."

[[breaks]]
since    = 2024-09-01
reason   = "These young people sat exams again at age 16."
*/

SELECT area_code, period, value, status
FROM gcses_in_english_and_maths
WHERE series = 'GCSEs in English and Maths'
