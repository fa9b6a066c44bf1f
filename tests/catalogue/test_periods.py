"""Dates as readers say them."""

from datetime import date

import pytest

from dashboard.catalogue.periods import PERIOD_KINDS, later, span, spell_dates


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-11-23", "23 November 2026"),
        ("to 2023-04-01", "to 1 April 2023"),
        ("2026-10", "October 2026"),
        ("2033", "2033"),
        ("2021-22", "2021-22"),
        ("to be announced", "to be announced"),
    ],
)
def test_dates_are_spelt_for_readers(written, said):
    assert spell_dates(written) == said


@pytest.mark.parametrize(
    ("kind", "first", "last", "said"),
    [
        ("calendar year", "2004-01-01", "2023-01-01", "2004 to 2023"),
        ("financial year", "1991-04-01", "2023-04-01", "1991/92 to 2023/24"),
        ("quarter", "2018-04-01", "2025-10-01", "Apr 2018 to Dec 2025"),
        ("three years", "2011-01-01", "2022-01-01", "2011 to 2024, three years at a time"),
        ("three years", "2014-04-01", "2022-04-01", "Apr 2014 to Mar 2025, three years at a time"),
        ("three years", "2022-04-01", "2022-04-01", "Apr 2022 to Mar 2025"),
        ("point in time", "2002-04-01", "2025-04-01", "1 Apr 2002 to 1 Apr 2025"),
        ("month", "2024-07-01", "2024-07-01", "Jul 2024"),
    ],
)
def test_a_row_of_periods_is_called_by_its_outer_ends(kind, first, last, said):
    assert span(kind, date.fromisoformat(first), date.fromisoformat(last)) == said


@pytest.mark.parametrize("kind", PERIOD_KINDS)
def test_no_row_of_periods_says_to_twice(kind):
    assert span(kind, date(2011, 1, 1), date(2022, 1, 1)).count(" to ") == 1


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 1), 12, date(2025, 1, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(2026, 5, 31), 6, date(2026, 11, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 29), 6, date(2028, 2, 29)),
        (date(2026, 11, 29), 6, date(2027, 5, 29)),
        (date(2026, 10, 31), 0, date(2026, 10, 31)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
        (date(2026, 10, 31), 3, date(2027, 1, 31)),
        (date(2026, 10, 31), 16, date(2028, 2, 29)),
        (date(2026, 12, 5), 12, date(2027, 12, 5)),
        (date(2026, 12, 31), -30, date(2024, 6, 30)),
    ],
)
def test_later_is_the_same_day_of_the_month_or_its_last(day, months, then):
    assert later(day, months) == then
