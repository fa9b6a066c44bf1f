from dataclasses import replace
from datetime import date

import pytest

from dashboard.methods.targets import Progress, Target, outlook, progress, required_path

UP = Target(value=80, due=date(2030, 1, 1), baseline=60, since=date(2020, 1, 1), better="higher")
DOWN = Target(value=2, due=date(2030, 1, 1), baseline=6, since=date(2020, 1, 1), better="lower")


def test_the_required_path_is_a_straight_line_and_flat_outside():
    assert required_path(UP, date(2025, 1, 1)) == pytest.approx(70, abs=0.01)
    assert required_path(UP, date(2019, 1, 1)) == 60
    assert required_path(UP, date(2031, 1, 1)) == 80


@pytest.mark.parametrize(
    ("target", "latest", "at", "track"),
    [
        (UP, 71, date(2025, 1, 1), "on track"),
        (UP, 69, date(2025, 1, 1), "off track"),
        (UP, 80, date(2025, 1, 1), "met"),
        (UP, 79, date(2031, 1, 1), "off track"),
        (UP, 61, date(2020, 1, 1), "cannot tell"),
        (UP, None, date(2025, 1, 1), "cannot tell"),
        (UP, float("nan"), date(2025, 1, 1), "cannot tell"),
        (DOWN, 3.9, date(2025, 1, 1), "on track"),
        (DOWN, 4.1, date(2025, 1, 1), "off track"),
        (DOWN, 1, date(2025, 1, 1), "met"),
    ],
)
def test_the_latest_figure_is_held_against_the_path(target, latest, at, track):
    assert progress(target, latest, at).track == track


def test_exactly_on_the_path_is_on_track():
    at = date(2024, 6, 1)
    assert progress(UP, required_path(UP, at), at).track == "on track"


@pytest.mark.parametrize(
    ("target", "lower", "upper", "where"),
    [
        (UP, 71, 78, "out of reach"),
        (UP, 71, 80, "inside"),
        (UP, 79, 85, "inside"),
        (UP, 80, 85, "expected"),
        (DOWN, 2.5, 4, "out of reach"),
        (DOWN, 1, 2, "expected"),
        (DOWN, 1, 3, "inside"),
        (UP, None, None, "cannot tell"),
        (UP, float("nan"), 3, "cannot tell"),
    ],
)
def test_the_target_is_held_against_the_band_at_its_date(target, lower, upper, where):
    assert outlook(target, lower, upper) == where


def test_a_target_without_sense_is_refused():
    with pytest.raises(ValueError, match="not after its baseline"):
        Target(80, date(2020, 1, 1), 60, date(2020, 1, 1), "higher")
    with pytest.raises(ValueError, match="needs a direction"):
        Target(80, date(2030, 1, 1), 60, date(2020, 1, 1), "neither")
    with pytest.raises(ValueError, match="lower end first"):
        outlook(UP, 5, 4)


@pytest.mark.parametrize(
    ("latest", "at", "found"),
    [
        (None, date(2025, 1, 1), Progress(70, "cannot tell", None, "there is no figure")),
        (float("nan"), date(2025, 1, 1), Progress(70, "cannot tell", None, "there is no figure")),
        (66.0, date(2025, 1, 1), Progress(70, "off track", -4)),
        (80.0, date(2025, 1, 1), Progress(70, "met", 10)),
        (
            61.0,
            date(2020, 1, 1),
            Progress(60, "cannot tell", 1, "there is no figure since the target was set"),
        ),
        (80.0, date(2019, 1, 1), Progress(60, "met", 20)),
        (60.1, date(2020, 1, 2), Progress(60, "on track", 0.1)),
    ],
)
def test_progress_says_what_the_path_asks_for_and_how_far_from_it_the_figure_lies(latest, at, found):
    got = progress(UP, latest, at)
    assert (got.track, got.reason) == (found.track, found.reason)
    assert (got.required, got.gap) == pytest.approx((found.required, found.gap), abs=0.01)


def test_figures_that_are_counted_otherwise_are_held_to_no_path():
    recounted = replace(UP, recounted=date(2024, 1, 1))
    got = progress(recounted, 99, date(2025, 1, 1))
    assert (got.track, got.gap) == ("cannot tell", None)
    assert got.required == pytest.approx(70, abs=0.01)
    assert got.reason == "figures are counted otherwise than when it was set"


def test_a_band_needs_both_ends_and_may_be_a_single_figure():
    for lower, upper in ((None, 90), (90, None), (float("nan"), 90), (90, float("nan"))):
        assert outlook(UP, lower, upper) == "cannot tell"
    assert outlook(UP, 80, 80) == "expected"
    assert outlook(UP, 79, 79) == "out of reach"


def test_half_the_way_is_half_the_change_to_the_day():
    target = Target(value=10, due=date(2024, 1, 11), baseline=0, since=date(2024, 1, 1), better="higher")
    assert [required_path(target, date(2024, 1, day)) for day in (1, 2, 6, 10, 11, 12)] == [
        0,
        1,
        5,
        9,
        10,
        10,
    ]
