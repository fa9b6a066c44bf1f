"""What a region is measured on: what is held, a target's path, and how many are missing to it."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.catalogue.frameworks import Framework, Measure
from dashboard.statements import frameworks as words
from dashboard.statements.frameworks import Standing, counted, standings

from .conftest import ASH, BEECH, COVE, ENGLAND, NEIGHBOURS, REGION, yearly

RATE, BASE = "employment/employment_rate", "people/residents"
FIGURES = {REGION: yearly(70, 71, 72, first=2021, around=0.5)}
TARGET = {"target": 80.0, "due": date(2031, 12, 31)}


@pytest.fixture
def standing(told):
    """standing(measure fields, figures, base=...) -> how that measure stands in the region."""

    def standing(given, figures=FIGURES, base=None, published=date(2022, 6, 1), **metadata):
        here = told(figures, gap_words="people in work", gap_base=BASE, **metadata)
        known = {RATE: here.indicator}
        if base is not None:
            people = told({REGION: yearly(*base, first=2021)}, statistic="count").indicator
            known[BASE] = replace(people, theme="people", name="residents", gap_base="")
        measure = Measure(**{"pillar": "Work", "measure": "Rate", "holder": "ONS"} | given)
        item = Framework("x", "X", "P", published, "public", "us", "s", (measure,))
        (found,) = standings(replace(here.site, indicators=known), item, here.region)
        return found

    return standing


def test_a_measure_with_its_figure_is_measured_and_one_without_names_whom_to_ask(standing):
    found = standing({"measured_by": (RATE,)})
    assert (found.state, found.note, found.figures) == ("measured", "", ("72.0% in 2023",))
    assert [item.id for item in found.indicators] == [RATE]
    assert (found.track, found.target) == ("", "")
    missing = standing({})
    assert (missing.state, missing.figures, missing.note) == ("missing", (), "Who could give it: ONS.")
    gone = standing({"measured_by": ("a/gone",)})
    assert (gone.state, gone.note) == ("missing", "Who could give it: ONS.")


def test_a_measure_held_in_part_says_what_is_lacking(standing):
    found = standing({"partly_by": (RATE,), "lacking": "homes of councils"})
    assert (found.state, found.figures) == ("partly", ("72.0% in 2023",))
    assert found.note == "Homes of councils. Who could give it: ONS."
    both = standing({"measured_by": (RATE,), "partly_by": (RATE,), "lacking": "homes"})
    assert (both.state, both.note) == ("measured", "")


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ((ASH,), "figures of 1 of 3 districts"),
        ((ASH, BEECH), "figures of 2 of 3 districts"),
        ((ASH, BEECH, COVE), "figures of 3 districts"),
    ],
)
def test_a_region_without_a_figure_counts_its_districts_that_have_one(standing, codes, said):
    found = standing({"measured_by": (RATE,)}, {code: yearly(5) for code in codes})
    assert (found.state, found.figures) == ("measured", (said,))


def test_figures_of_elsewhere_measure_nothing_here(standing):
    assert standing({"measured_by": (RATE,)}, {NEIGHBOURS[0]: yearly(5)}).state == "missing"


def test_how_far_a_figure_is_from_england_is_told_where_it_is_beyond_chance(standing):
    england = {ENGLAND: yearly(75, 75, 82, first=2021)}
    found = standing({"measured_by": (RATE,)}, FIGURES | england, [9000, 9000, 10_000])
    assert found.figures == (
        "72.0% in 2023. At England’s rate: about 1,000 more people in work (950 to 1,050)",
    )
    near = {ENGLAND: yearly(75, 75, 72.4, first=2021)}
    assert standing({"measured_by": (RATE,)}, FIGURES | near, [1, 1, 10_000]).figures == ("72.0% in 2023",)


def test_the_path_begins_at_the_last_figure_whose_period_was_over_when_it_was_published(standing):
    # From 70% at the end of 2021 to 80% at the end of 2031 are ten points in ten years: 72% two years on.
    found = standing({"measured_by": (RATE,)} | TARGET)
    assert (found.track, found.target) == (
        "on track",
        "Target: 80.0% by 31 December 2031. The straight path from 70.0% in 2021 to 80.0% by 2031 "
        "asks for at least 72.0% now.",
    )


@pytest.mark.parametrize(
    ("since", "begins"),
    [
        (date(2021, 12, 30), None),
        (date(2021, 12, 31), "70.0% in 2021"),
        (date(2022, 12, 30), "70.0% in 2021"),
        (date(2022, 12, 31), "71.0% in 2022"),
    ],
)
def test_a_path_begins_on_the_day_that_is_written_down(standing, since, begins):
    found = standing({"measured_by": (RATE,), "since": since} | TARGET)
    if begins is None:
        assert found.target == (
            "Target: 80.0% by 31 December 2031. It cannot be followed: no figure is held from before its "
            "path begins."
        )
        assert found.track == "cannot tell"
    else:
        assert f"The straight path from {begins} to " in found.target


@pytest.mark.parametrize(
    ("due", "track"), [(date(2021, 12, 31), "cannot tell"), (date(2022, 1, 1), "off track")]
)
def test_a_target_that_was_due_before_its_path_begins_cannot_be_followed(standing, due, track):
    assert standing({"measured_by": (RATE,)} | TARGET | {"due": due}).track == track


def test_where_neither_direction_is_better_no_target_is_followed(standing):
    assert standing({"measured_by": (RATE,)} | TARGET, better="neither").track == "cannot tell"


def test_a_target_of_an_indicator_that_is_not_held_is_not_spoken_of(standing):
    found = standing({"measured_by": ("a/gone",), "partly_by": (RATE,), "lacking": "x"} | TARGET)
    assert (found.track, found.target) == ("", "")


def test_a_target_without_any_figure_here_cannot_be_followed(standing):
    found = standing({"measured_by": (RATE,)} | TARGET, {NEIGHBOURS[0]: yearly(5)})
    assert found.track == "cannot tell"
    assert found.target.startswith("Target: 80.0% by 31 December 2031. It cannot be followed: ")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (80.0, " To meet it there would have to be about 800 more people in work (750 to 850)."),
        (72.4, ""),  # within the margin of half a point
        (72.0, ""),  # met
        (65.0, ""),
    ],
)
def test_what_is_missing_to_a_target_is_told_in_people_beyond_chance(standing, target, said):
    found = standing({"measured_by": (RATE,)} | TARGET | {"target": target}, base=[1, 1, 10_000])
    assert found.target.partition("now.")[2] == said if said else "To meet it" not in found.target
    assert (found.track == "met") == (target <= 72)


def test_without_a_base_or_words_nothing_is_told_in_people(standing):
    assert "To meet it" not in standing({"measured_by": (RATE,)} | TARGET).target
    pounds = standing({"measured_by": (RATE,)} | TARGET, base=[1, 1, 10_000], prefix="£")
    assert "To meet it" not in pounds.target


def of(*states, tracks=()):
    pairs = zip(states, [*tracks, *[""] * len(states)], strict=False)
    return [Standing(Measure("a", "b", "c"), state, (), (), "", track) for state, track in pairs]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            of("measured"),
            "Of 1 measure 1 is measured here, none in part, and none are missing. No target is ",
        ),
        (
            of("missing", "partly"),
            "Of 2 measures none are measured here, 1 in part, and 1 is missing. No target is ",
        ),
        (
            of("measured", "measured", "missing", "missing", "partly", "partly"),
            "Of 6 measures 2 are measured here, 2 in part, and 2 are missing. No target is ",
        ),
    ],
)
def test_what_is_measured_is_counted(found, said):
    assert counted(found) == f"{said}set in it."


@pytest.mark.parametrize(
    ("tracks", "said"),
    [
        (["met"], "Of 1 target: 1 met."),
        (
            ["off track", "on track", "met", "cannot tell", "met"],
            "Of 5 targets: 2 met, 1 on track, 1 off track, 1 cannot tell yet.",
        ),
    ],
)
def test_targets_are_counted_by_how_they_stand(tracks, said):
    found = of(*["measured"] * len(tracks), "missing", tracks=tracks)
    assert counted(found).endswith(f". {said}")


def test_the_states_and_tracks_have_their_names():
    assert words.STATES == {
        "measured": "Measured here",
        "partly": "Measured in part",
        "missing": "Missing",
    }
