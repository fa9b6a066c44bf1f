"""Dates as readers say them."""

import pytest

from dashboard.catalogue.periods import spelt


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
    assert spelt(written) == said
