"""Gaps: a SELECT of both groups becomes how far one is behind the other, with both figures."""

from math import hypot

import pytest

from dashboard.catalogue.gaps import gap
from dashboard.methods.comparison import difference

SCORES = """
    area_code | period     | side   | value | lower | upper | status
    E07000091 | 2023-01-01 | group  | 40    | 38    | 43    |
    E07000091 | 2023-01-01 | others | 50    | 49    | 52    |
    E07000092 | 2023-01-01 | group  |       |       |       | c
    E07000092 | 2023-01-01 | others | 50    | 49    | 52    |
    E07000093 | 2023-01-01 | group  | 40    | 38    | 43    |
    E07000094 | 2023-01-01 | others | 50    | 49    | 52    |
"""
SELECT = "SELECT area_code, period, side, value, lower, upper, status FROM scores"


def rows(given, columns: str, better: str = "higher", limits: bool = False) -> list[tuple]:
    sql = gap(SELECT, better, limits)
    return given(scores=SCORES).rows(f"SELECT {columns} FROM ({sql}) ORDER BY area_code")  # noqa: S608 - ours


def test_the_group_is_behind_by_what_the_others_have_more(given):
    assert rows(given, "area_code, value, group_value, others_value, status") == [
        ("E07000091", 10, 40, 50, "derived"),
        ("E07000092", None, None, 50, "c"),  # the group's own mark says why
        ("E07000093", None, 40, None, "x"),
    ]


def test_where_the_lower_figure_is_ahead_the_group_is_behind_by_what_it_has_more(given):
    assert rows(given, "value", better="lower")[0] == (-10,)


@pytest.mark.parametrize(("better", "sign"), [("higher", 1), ("lower", -1)])
def test_figures_with_limits_give_the_limits_of_their_difference(given, better, sign):
    found = rows(given, "lower, upper", better=better, limits=True)[0]
    ahead, behind = ((50, 49, 52), (40, 38, 43))[::sign]
    assert found == pytest.approx(difference(ahead, behind, "neither").limits)
    if better == "higher":
        assert found == pytest.approx((10 - hypot(50 - 49, 43 - 40), 10 + hypot(52 - 50, 40 - 38)))
