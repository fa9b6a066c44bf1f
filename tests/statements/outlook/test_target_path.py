"""A target in words: its time in months or years, up or down, met, missed, and figures counted otherwise."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.observations import Observation
from dashboard.methods.targets import Target
from dashboard.statements.outlook.target_words import asks_for, goal, target_status

UP = Target(value=80, due=date(2030, 12, 31), baseline=60, since=date(2020, 12, 31), better="higher")


@pytest.fixture
def rate(indicators):
    return indicators["employment/employment_rate"]


@pytest.mark.parametrize(
    ("due", "time"),
    [
        (date(2021, 1, 31), "1 month"),
        (date(2021, 2, 28), "2 months"),
        (date(2022, 11, 30), "23 months"),
        (date(2022, 12, 31), "2 years"),
        (date(2023, 6, 30), "2.5 years"),
        (date(2030, 12, 31), "10 years"),
    ],
)
def test_the_time_is_told_in_months_below_two_years(rate, due, time):
    assert asks_for(rate, replace(UP, due=due)).endswith(f": a rise of 20.0 percentage points in {time}.")


def test_what_is_asked_for_is_a_rise_or_a_fall_between_two_days(rate):
    assert asks_for(rate, UP) == (
        "From 60.0% in 2020 to 80.0% by 2030: a rise of 20.0 percentage points in 10 years."
    )
    down = replace(UP, value=59, better="lower", due=date(2031, 3, 31))
    assert asks_for(rate, down) == (
        "From 60.0% in 2020 to 59.0% by Mar 2031: a fall of 1.0 percentage point in 10.3 years."
    )
    assert goal(rate, 75, date(2030, 3, 31)) == "75.0% by Mar 2030"


@pytest.mark.parametrize(
    ("changed", "year", "value", "track", "text", "reason"),
    [
        ({}, 2025, 70, "on track", "on track for its target of 80.0% by 2030", "at least 70.0% now."),
        ({}, 2029, 80, "met", "its target of 80.0% by 2030 is met", "at least 78.0% now."),
        ({}, 2031, 79, "off track", "its target of 80.0% by 2030 was missed", "at least 80.0% now."),
        (
            {"value": 40, "better": "lower"},
            2025,
            51,
            "off track",
            "off track for its target of 40.0% by 2030",
            "at most 50.0% now.",
        ),
        (
            {},
            2025,
            None,
            "cannot tell",
            "its target of 80.0% by 2030 cannot be judged yet",
            "The target's path begins at 60.0% in 2020: there is no figure.",
        ),
        (
            {"recounted": date(2024, 5, 1)},
            2025,
            70,
            "cannot tell",
            "its target of 80.0% by 2030 cannot be judged any more",
            "It was set from 60.0% in 2020. Since 1 May 2024 figures are counted otherwise, so none of them "
            "can be held to it.",
        ),
    ],
)
def test_a_figure_is_held_to_the_path_at_the_end_of_its_period(
    rate, changed, year, value, track, text, reason
):
    item = Observation("E1", date(year, 1, 1), value, None, None, None, None, "")
    found = target_status(rate, replace(UP, **changed), item)
    assert (found.progress.track, found.text) == (track, text)
    assert found.reason.endswith(reason)
    assert found.recounted == ("recounted" in changed)
    assert found.status == {"on track": "on", "met": "on", "off track": "off", "cannot tell": "none"}[track]
