"""The years ahead at their ends: as far as can be, one period alone, few areas, what was tested."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dashboard.methods.targets import Target
from dashboard.statements.outlook import tested_words
from dashboard.statements.outlook.drawn_ahead import bounds, cut_at
from dashboard.statements.outlook.fan import has_length, why_off
from dashboard.statements.outlook.outlook import AS_OF, LEVEL_ONLY, Outlook, by_when, outlook, still_ahead
from dashboard.statements.outlook.possible import possible
from dashboard.statements.outlook.projected import Refusal, Step, projected
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, NEIGHBOURS, REGION, yearly

STEP = Step("a/b", "E1", 1, date(2030, 1, 1), 74.6, 71.2, 78.0, "damped trend", 0.81, 9, 1.0, 0.0, 0, "", "")
LONG = [50, 52, 51, 53, 52, 54, 53, 55, 54, 56, 55, 57, 56, 58, 57] * 3
RECENT = np.array([2.0, np.nan, 10.0])  # they lie 8 apart


@pytest.mark.parametrize(
    ("low", "high", "kept"),
    [
        (0.0, 8.0, (1, "")),
        (-0.1, 7.0, (0, "would reach below 0%, which cannot be")),
        (92.0, 100.0, (1, "")),
        (93.0, 100.1, (0, "would reach above 100%, which cannot be")),
        (1.0, 9.0, (1, "")),  # as wide as all that the figures did
        (1.0, 9.1, (0, "would be wider than all that the figures did in the last 10 years")),
    ],
)
def test_a_range_may_reach_what_can_be_and_be_as_wide_as_the_figures(low, high, kept):
    assert cut_at([low], [high], RECENT, (0.0, 100.0), "%") == kept


def test_the_ends_are_named_in_the_unit_of_the_figures():
    assert cut_at([2.0], [6.0], RECENT, (3.0, 5.0)) == (0, "would reach below 3, which cannot be")
    assert (
        cut_at([3.0], [6.0], RECENT, (3.0, 5.0), " years")[1] == "would reach above 5 years, which cannot be"
    )


@pytest.mark.parametrize(
    ("values", "suffix", "ends"),
    [
        ([0.0, 100.0], "%", (0.0, 100.0)),
        ([0.0, 100.1], "%", (0.0, np.inf)),
        ([-0.1, 50.0], "%", (-np.inf, np.inf)),
        ([0.0, 50.0], " years", (0.0, np.inf)),
        ([np.nan, 5.0], "%", (0.0, 100.0)),
    ],
)
def test_what_never_was_beyond_an_end_cannot_be(indicators, values, suffix, ends):
    rate = replace(indicators["employment/employment_rate"], suffix=suffix)
    assert bounds(rate, np.array(values)) == ends


@pytest.mark.parametrize(
    ("figures", "ends"),
    [
        ({REGION: yearly(40, 60)}, (0, 100)),
        ({REGION: yearly(-3, 2)}, (-300, 300)),
        ({REGION: yearly(40, 150)}, (0, 15_000)),
        ({}, (-np.inf, np.inf)),
    ],
)
def test_a_figure_can_be_a_share_or_up_to_a_hundred_times_the_largest(told, figures, ends):
    here = told(figures or {REGION: yearly(1)})
    if not figures:
        here.indicator = replace(here.indicator, sql=f"{here.indicator.sql} WHERE FALSE")
    assert possible(here.site, here.indicator) == ends


@pytest.mark.parametrize(
    ("level", "codes", "said"),
    [
        ("district", [ASH], "only 1 district has figures"),
        ("district", [ASH, BEECH, COVE], "only 3 districts have figures"),
        ("county", [ASH], "only 1 county has figures"),
        ("county", [ASH, BEECH], "only 2 counties have figures"),
        ("city_region", [REGION], "only 1 city region has figures"),
        ("city_region", [REGION, *NEIGHBOURS], "only 3 city regions have figures"),
    ],
)
def test_of_few_areas_no_range_is_made_and_they_are_counted(told, level, codes, said):
    here = told({code: yearly(*LONG) for code in codes})
    areas = {code: replace(here.site.geography[code], level=level) for code in codes}
    geography = replace(here.site.geography, areas=here.site.geography.areas | areas)
    rows = list(projected(replace(here.site, geography=geography), here.indicator))
    assert [(type(row), row.area_code) for row in rows] == [(Refusal, code) for code in codes]
    assert {row.reason for row in rows} == {
        f"{said}, too few to know from past errors how far a projection misses"
    }


UP = Target(value=80, due=date(2025, 12, 31), baseline=60, since=date(2015, 12, 31), better="higher")


def test_a_target_of_a_period_that_is_over_waits_for_its_figure(wandering):
    ash = wandering.site.geography[ASH]
    found = outlook(wandering.site, wandering.indicator, ash, UP, date(2026, 1, 1))
    assert found.target == "cannot tell"
    assert found.text.endswith(
        "Whether the target of 80.0% was met can be told once the figure of its period is held. A figure for "
        "2025 is not held here."
    )
    ahead = outlook(
        wandering.site, wandering.indicator, ash, replace(UP, due=date(2026, 12, 31)), date(2026, 1, 1)
    )
    assert ahead.target == "out of reach"
    assert " by 2026. The target of 80.0% is outside that range. A figure for 2025 is not held" in ahead.text


def test_a_target_in_another_count_is_not_spoken_of(wandering):
    ash = wandering.site.geography[ASH]
    found = outlook(
        wandering.site, wandering.indicator, ash, replace(UP, recounted=date(2024, 1, 1)), date(2025, 6, 1)
    )
    assert "target" not in found.text
    assert found.target == "cannot tell"


def test_once_all_periods_are_over_nothing_is_projected(wandering):
    found = outlook(
        wandering.site, wandering.indicator, wandering.site.geography[ASH], today=date(2040, 1, 1)
    )
    assert found.steps == ()
    assert found.text.startswith("Not projected: a figure for 2029 is not held here, and ")


def test_a_past_day_and_another_level_are_refused(wandering):
    past = wandering.site.at(date(2020, 1, 1))
    assert outlook(past, wandering.indicator, wandering.site.geography[ASH]).refused == AS_OF
    england = wandering.site.geography[ENGLAND]
    assert outlook(wandering.site, wandering.indicator, england).refused == LEVEL_ONLY


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("E08000100", "its range would reach below 0%, which cannot be"),
        ("E08000101", "its range would be wider than all that the figures did in the last 10 years"),
    ],
)
def test_an_area_is_drawn_as_far_as_its_range_says_something(wandering, code, why):
    found = outlook(
        wandering.site, wandering.indicator, wandering.site.geography[code], today=date(2025, 6, 1)
    )
    assert why in (found.refused or found.tested)


def test_a_day_in_the_year_is_known_by_its_year(indicators):
    rate = indicators["employment/employment_rate"]
    assert by_when(replace(rate, period="point in time"), date(2030, 4, 1)) == "2030"
    assert by_when(replace(rate, period="month"), date(2030, 3, 1)) == "Mar 2030"


def found(*horizons):
    return Outlook(tuple(replace(STEP, horizon=each) for each in horizons), "Said.", "Tested.", "")


@pytest.mark.parametrize(
    ("horizons", "length"), [((), False), ((1,), True), ((2,), False), ((2, 3), True), ((1, 2), True)]
)
def test_one_period_after_one_that_is_over_has_no_length(horizons, length):
    assert has_length(found(*horizons)) == length
    alone = "Not drawn: one period alone makes no range on a chart."
    assert why_off(found(*horizons)) == (alone if horizons == (2,) else "")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (
            {"coverage": 0.7},
            "tested one period ahead, the range held 70% of what came next, so it is too narrow",
        ),
        ({"starts": 2}, "one period ahead it could be tested from too few past periods"),
    ],
)
def test_the_next_period_is_called_one_period(changed, why):
    doubted = Outlook((replace(STEP, **changed),), "Said.", "Tested.", "")
    assert why_off(doubted) == f"Not drawn until you ask for it: {why}."


@pytest.mark.parametrize(
    ("changed", "share", "words"),
    [
        ({"starts": 3}, 0.81, "8 times in 10 "),
        ({"starts": 2}, None, ""),
        ({"coverage": 0.72}, 0.72, "8 times in 10 "),
        ({"coverage": 0.719}, 0.719, ""),
        ({"coverage": 0.88}, 0.88, "8 times in 10 "),
        ({"coverage": 0.881}, 0.881, "at least 8 times in 10 "),
        ({"widened": 1.5, "held": 0.9, "later": 3, "starts": 1}, 0.9, "at least 8 times in 10 "),
        ({"widened": 1.5, "held": 0.9, "later": 2}, None, ""),
    ],
)
def test_how_often_is_said_from_three_tests_on(changed, share, words):
    step = replace(STEP, **changed)
    assert (tested_words.tested_share(step), tested_words.often(step)) == (share, words)


def test_a_year_that_is_over_is_not_projected(indicators):
    rate = indicators["employment/employment_rate"]
    steps = tuple(replace(STEP, horizon=n, period=date(2024 + n, 1, 1), upper=80) for n in (1, 2, 3))
    yearly_rate = replace(rate, period="calendar year")
    assert still_ahead(yearly_rate, steps, date(2025, 12, 31)) == (steps, "")
    assert still_ahead(yearly_rate, steps, date(2026, 1, 1)) == (
        steps[1:], "a figure for 2025 is not held here",
    )  # fmt: skip
    assert still_ahead(yearly_rate, steps, date(2029, 1, 1))[0] == ()


def test_what_is_made_of_each_area_is_as_far_as_its_range_says_something(wandering):
    """Worked out here, where the pages remember what they asked for once."""
    made = list(projected(wandering.site, wandering.indicator))
    refused = {row.area_code: row.reason for row in made if isinstance(row, Refusal)}
    # Level for ten years, and a leap in the eleventh, which does not count.
    assert (
        refused["E08000101"] == "its range would be wider than all that the figures did in the last 10 years"
    )
    steps = [row for row in made if isinstance(row, Step) and row.area_code == ASH]
    # No range of these was widened; the fifth year alone could be tested on one past period only.
    assert [(step.widened, bool(step.warning)) for step in steps] == [(1, False)] * 4 + [(1, True)]
