"""The digits that stand raised beside a figure, a header or a name: the number of a footnote."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_RAISED = str.maketrans("0123456789", RAISED)
FROM_RAISED = str.maketrans(RAISED, "0123456789")
