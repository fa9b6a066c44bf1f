"""Ranges drawn from what was known then: the rates on /tested are those that are measured."""

import pytest

from dashboard.pages.about.known_then_table import measured, rows, summary
from tests.trials.files import known_then_file
from tests.trials.known_then import rates, starts


@pytest.mark.full
def test_the_rates_of_the_page_are_those_of_the_editions_held(public_site):
    item = public_site.indicators["employment/employment_rate"]
    kept = [rate for rate in measured() if rate.indicator == item.id]
    found = list(rates(public_site, item))
    assert known_then_file(found) == known_then_file(kept)


def test_a_start_is_the_first_edition_of_each_newest_period(public_site):
    item = public_site.indicators["economy/gva_per_hour"]
    assert [day.isoformat() for day in starts(public_site, item)] == [
        "2023-05-12",
        "2023-08-24",
        "2024-07-15",
    ]


def test_a_range_that_missed_is_told_as_missed(public_site):
    told = rows(measured(), public_site.indicators)
    output = [row for row in told if row[0] == public_site.indicators["economy/gva_per_hour"].title]
    assert output[0][1:4] == ("Districts", "1", "3")
    assert output[0][5] == "30%"
    assert "each should hold 80%" in summary(measured())
