"""A figure held to a dated target: on, off or none, and the words for it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.observations import Observation
from dashboard.methods.targets import Target
from dashboard.statements.outlook.target_words import day, target_status

# 60 at the end of 2020 to 80 at the end of 2030: two a year.
UP = Target(value=80, due=date(2030, 12, 31), baseline=60, since=date(2020, 12, 31), better="higher")
DOWN = replace(UP, value=40, better="lower")


@pytest.fixture
def rate(indicators):
    return indicators["employment/employment_rate"]


def figure(year, value):
    return Observation("E1", date(year, 1, 1), value, None, None, None, None, "")


@pytest.mark.parametrize(
    ("target", "year", "value", "status", "text"),
    [
        (UP, 2025, 70.1, "on", "on track for its target of 80.0% by 2030"),
        (UP, 2025, 69.9, "off", "off track for its target of 80.0% by 2030"),
        (UP, 2025, 80.0, "on", "its target of 80.0% by 2030 is met"),
        (UP, 2030, 79.9, "off", "its target of 80.0% by 2030 was missed"),
        (UP, 2020, 61.0, "none", "its target of 80.0% by 2030 cannot be judged yet"),
        (UP, 2025, None, "none", "its target of 80.0% by 2030 cannot be judged yet"),
        (DOWN, 2025, 49.9, "on", "on track for its target of 40.0% by 2030"),
        (DOWN, 2025, 50.1, "off", "off track for its target of 40.0% by 2030"),
    ],
)
def test_on_and_off(rate, target, year, value, status, text):
    found = target_status(rate, target, figure(year, value))
    assert (found.status, found.text) == (status, text)


def test_the_reason_gives_the_path_and_what_it_asks_for(rate):
    assert target_status(rate, UP, figure(2025, 69.9)).reason == (
        "The straight path from 60.0% in 2020 to 80.0% by 2030 asks for at least 70.0% now."
    )
    assert "asks for at most 50.0% now" in target_status(rate, DOWN, figure(2025, 50.1)).reason
    assert target_status(rate, UP, figure(2019, 61)).reason == (
        "The target's path begins at 60.0% in 2020: there is no figure since the target was set."
    )


def test_a_due_date_is_said_to_the_month_unless_it_ends_the_year():
    assert day(date(2030, 12, 31)) == "2030"
    assert day(date(2030, 3, 31)) == "Mar 2030"
