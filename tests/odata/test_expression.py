"""A $filter is read as OData says it is, and what cannot be read is refused with one sentence."""

from datetime import date

import pytest

from dashboard.odata.errors import ODataError
from dashboard.odata.expression import condition
from dashboard.odata.logic import UNKNOWN

KINDS = {"area_name": "text", "value": "number", "lower": "number", "period": "date"}
ROW = {"area_name": "King's Lynn", "value": 6.0, "lower": None, "period": date(2024, 1, 1)}


def passes(expression, row=ROW):
    return condition(expression, KINDS)(lambda name: row.get(name, UNKNOWN))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("value eq 6", True),
        ("6.0 le value", True),
        ("value gt 6 or value lt 5 or value ge 6", True),
        ("value eq 1 or value eq 6 and value eq 2", False),  # "and" binds first
        ("(value eq 6 or value eq 2) and not (value eq 2)", True),
        ("area_name eq 'King''s Lynn'", True),
        ("contains(area_name,'Lynn') and startswith(tolower(area_name), 'king')", True),
        ("endswith(area_name,'lynn')", False),
        ("period ge 2024-01-01 and period lt 2024-01-02T00:00:00Z", True),
        ("year(period) eq 2024 and month(period) eq 1", True),
        ("value in (1, 6)", True),
        ("lower eq null", True),
        ("lower ne null", False),
        ("lower lt 5", None),  # no value is neither less nor more, nor the opposite of that
        ("not (lower lt 5)", None),
        ("length(area_name) eq 11", True),
        ("true and value eq 6", True),
    ],
)
def test_an_expression_means_what_odata_says(expression, expected):
    assert passes(expression) is expected


def test_a_part_is_left_out_only_where_none_of_its_rows_can_pass():
    known = {"area_name": "Wigan"}
    assert passes("area_name eq 'Bolton' and value gt 5", known) is False
    assert passes("area_name eq 'Wigan' and value gt 5", known) is None
    assert passes("area_name eq 'Bolton' or value gt 5", known) is None


@pytest.mark.parametrize(
    "expression",
    [
        "(", ")", "value", "value eq", "value eq 5 5", "value eq 'x'", "area_name eq 5", "period eq 'x'",
        "nothing eq 5", "area_name eq 'x", "'; DROP TABLE areas --", "value eq 1e999", "period eq 2023-13-45",
        "value in ()", "value in (1,)", "value add 1 eq 2", "contains(value,'6')", "evil(area_name) eq 'x'",
        "value eq 5 and", "not", "\x00", "((" * 40, "not " * 60 + "true", "tolower(" * 40 + "area_name",
        "value eq 1" + " or value eq 1" * 200, "a" * 5000, "null", "$it eq null", "area_name/x eq 'x'",
        "value eq @p", "__class__ eq 'x'",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_a_sentence(expression):
    with pytest.raises(ODataError, match=r"^[^\n]{10,400}\.$"):
        passes(expression)
