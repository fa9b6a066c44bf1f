/*
title    = "Children in care often absent"
question = "How many children in care miss a lot of school?"
unit     = "% of pupils in care for a year or more who miss 10% or more of school"
period   = "financial year"
better   = "lower"
audience = "public"
decimals = 1
suffix   = "%"
order    = 122
statistic = "proportion"
owner    = "Skills team"
reviewed = 2026-11-28
method   = """\
    Department for Education: children looked after for at least twelve months at 31 March who missed a \
    tenth or more of their school sessions.\
    """
caveat   = """\
    Small numbers of children: a figure can move much from one year to the next. By the authority that \
    looks after the child, wherever the school is. Combined authorities have no figure.\
    """
*/

SELECT area_code, period, value, status
FROM persistent_absences_looked_after
WHERE series = 'Persistent absences for pupils looked after by local authorities'
