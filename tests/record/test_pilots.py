"""Pilots: registered beforehand, stamped where they were not, refused where they could not be judged."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dashboard.pages.pilots import words
from dashboard.pages.pilots.evaluation import judged
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.panel import pilot_panel
from dashboard.record.pilots.stamp import stamped
from dashboard.record.typed import body_of, item_of
from dashboard.record.versions import Author, RecordEntry
from tests.record.factories import INDICATOR, PILOT, READ, REGION

NEIGHBOURHOODS_ONLY = "economy/low_income_children"


def test_a_pilot_that_began_after_the_latest_figure_waits(site):
    read = Pilot("t", "h", "o", INDICATOR, ("E08000003",), date(2026, 4, 1), "rise")
    found = judged(pilot_panel(site, site.geography[REGION], read))
    assert found.reason == "no figure since it began: the latest is for 2023"


def test_a_registered_pilot_is_shown_with_donors_weights_fit_placebos_and_a_verdict(post, page):
    status, answer = post("pilot", PILOT)
    text = page(f"/pilot/{answer['id']}")
    assert status == 201
    assert "Cannot tell whether it made a difference" in text
    for part in ("The mix for Manchester", "the mix missed the place by", "Rank ", "Leaving out each place"):
        assert part in text
    assert "Work coaches in surgeries" in page("/pilots")


def test_a_pilot_registered_after_its_outcome_was_out_is_stamped_for_ever(post, page, site):
    """One "begun in 2016" could be registered in 2026 without a word."""
    _, answer = post("pilot", PILOT | {"start": "2016-04-01"})
    said = "Registered after its outcome was out"
    assert said in page(f"/pilot/{answer['id']}")
    assert said in page("/pilots")
    changed = PILOT | {"start": "2099-04-01", "title": "Another name"}
    assert post(f"pilot/{answer['id']}", changed, version=1)[0] == 200
    assert said in page(f"/pilot/{answer['id']}")
    assert site.record.shown_record.get(answer["id"]).item.stamp == "out"


@pytest.mark.parametrize(
    ("start", "stamp"), [("2023-12-31", "out"), ("2024-01-01", "began"), ("2099-01-01", "before")]
)
def test_the_stamp_knows_the_figures_that_were_out_and_the_first_day(post, site, start, stamp):
    _, answer = post("pilot", PILOT | {"start": start})  # the latest employment rate is that of 2023
    assert site.record.shown_record.get(answer["id"]).item.stamp == stamp


def test_a_plan_changed_afterwards_is_told_apart_from_one_registered_afterwards():
    before, out = ("before", date(2025, 1, 1)), ("out", date(2026, 11, 29))
    assert words.registered([before, before]) == "Registered before it began, on 1 January 2025."
    assert words.registered([before, out]).startswith(
        "Registered before it began, on 1 January 2025. Its plan was changed after its outcome was out, on 29"
    )
    assert words.registered_briefly([before, out]) == "Plan changed after its outcome was out"


def test_a_pilot_of_before_there_were_stamps_is_read_and_dated_by_its_first_version():
    body = {name: value for name, value in body_of(Pilot(**READ)).items() if name != "stamp"}
    item = item_of(Pilot, body)
    first = RecordEntry(
        "p", 1, "pilot", REGION, datetime(2026, 11, 1, tzinfo=UTC), Author("Ann"), False, item
    )
    again = replace(first, version=2, at=datetime(2026, 11, 28, tzinfo=UTC))
    assert stamped([first, again]) == [("began", date(2026, 11, 1)), ("began", date(2026, 11, 28))]
    early = replace(first, at=datetime(2018, 1, 1, tzinfo=UTC))
    assert [word for word, _ in stamped([early, again])] == ["before", "before"]


def test_an_indicator_without_figures_for_such_places_is_refused(post):
    status, answer = post("pilot", PILOT | {"indicator": NEIGHBOURHOODS_ONLY})
    assert (status, answer["errors"][0]["field"]) == (422, "indicator")
    assert "so a pilot there could not be judged by it" in answer["errors"][0]["message"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"area_codes": []}, "area_codes"),
        ({"area_codes": ["E08000035"]}, "area_codes"),
        ({"area_codes": "E08000003"}, "area_codes"),
        ({"start": ""}, "start"),
        ({"expected": "hold"}, "expected"),
    ],
)
def test_a_pilot_that_cannot_be_judged_later_is_refused_now(post, changed, field):
    status, answer = post("pilot", PILOT | changed)
    assert (status, [error["field"] for error in answer["errors"]]) == (422, [field])


def test_a_pilot_that_has_not_begun_is_not_said_to_be_untellable(post, page):
    post("pilot", PILOT | {"title": "Next year", "start": "2030-01-01"})
    line = page("/pilots").partition("Next year")[2].partition("Begins on")[0]
    assert "It has not begun, so there is nothing to judge yet." in line
    assert "Cannot tell" not in line
