from datetime import date

import pytest

from dashboard.methods.targets import Target, outlook, progress, required_path

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
