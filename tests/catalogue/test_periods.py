"""Dates as readers say them."""

from datetime import date

import pytest

from dashboard.catalogue.periods import KINDS, span, spell_dates


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


@pytest.mark.parametrize("kind", KINDS)
def test_no_row_of_periods_says_to_twice(kind):
    assert span(kind, date(2011, 1, 1), date(2022, 1, 1)).count(" to ") == 1
