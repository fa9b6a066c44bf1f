"""What is said of the years ahead, and the coverage that is printed with it."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dashboard.methods.projection.backtest import ENOUGH_ERRORS
from dashboard.methods.targets import Target
from dashboard.statements.outlook.drawn_ahead import bounds, cut_at
from dashboard.statements.outlook.outlook import expectation, outlook
from dashboard.statements.outlook.projected import Backtest, Refusal, Step, projected
from dashboard.statements.outlook.tested_words import how_it_did
from tests.statements.conftest import ASH, REGION, monthly, select, yearly
from tests.statements.outlook.conftest import walks

STEP = Step("a/b", "E1", 3, date(2030, 1, 1), 74.6, 71.2, 78.0, "damped trend", 0.81, 9, 1.0, 0.0, 0, "", "")
THEN = date(2025, 6, 1)  # no period that the figures of 2024 lead to is over
UP = Target(value=80, due=date(2028, 12, 31), baseline=60, since=date(2015, 12, 31), better="higher")


@pytest.fixture
def rate(indicators):
    return replace(indicators["employment/employment_rate"], decimals=0)


def test_the_sentence_is_that_of_the_methods(rate):
    assert (
        expectation(rate, STEP)
        == "If recent patterns continue, 8 times in 10 we would expect 71 to 78% by 2030."
    )


@pytest.mark.parametrize(
    ("changed", "often"),
    [
        ({"coverage": 0.88}, "continue, 8 times in 10 we"),
        ({"coverage": 0.93}, "continue, at least 8 times in 10 we"),
        ({"coverage": 0.5, "widened": 1.7, "held": 0.8, "later": 3}, "continue, 8 times in 10 we"),
        ({"coverage": 0.5, "widened": 1.7, "held": 0.95, "later": 3}, "continue, at least 8 times in 10 we"),
        ({"coverage": 0.5, "widened": 1.7, "held": 0.6, "later": 9}, "continue, we"),
        ({"coverage": 0.5, "widened": 1.7, "held": 0.8, "later": 2}, "continue, we"),
        ({"starts": 2}, "continue, we"),
    ],
)
def test_how_often_is_said_only_as_the_tests_allow(rate, changed, often):
    assert often in expectation(rate, replace(STEP, **changed))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Tested from 9 past periods, a range made this way held 81% of what came next."),
        (
            {"starts": 1},
            "Tested from one past period only, a range made this way held 81% of what came next.",
        ),
        ({"coverage": 0.93}, "held 93% of what came next: it is wider than it need be."),
        (
            {"coverage": 0.5, "widened": 1.74, "held": 0.8, "later": 4},
            "held 50% of what came next, too few, so it is drawn 1.7 times as wide. Widened by what was "
            "known before, it held 80% of what came next in 4 later periods.",
        ),
        (
            {"coverage": 0.5, "widened": 1.74, "held": 0.5, "later": 1},
            "it held 50% of what came next in one later period: take it as still too narrow.",
        ),
        (
            {"coverage": 0.5, "widened": 1.74, "held": 0.95, "later": 4},
            "it held 95% of what came next in 4 later periods: it may be wider than it need be.",
        ),
        (
            {"coverage": 0.5, "widened": 1.74},
            "Whether that is enough could not be tested on later periods yet.",
        ),
        (
            {"cut": "its range would reach below 0%, which cannot be"},
            "Nothing is drawn further ahead: its range would reach below 0%, which cannot be.",
        ),
    ],
)
def test_the_true_coverage_is_printed(changed, said):
    assert how_it_did(replace(STEP, **changed)).endswith(said)


def test_a_range_too_narrow_to_show_is_about_a_figure(rate):
    flat = replace(STEP, lower=74.6, upper=74.8)
    assert expectation(rate, flat) == "If recent patterns continue, we would expect about 75% by 2030."


def test_a_district_is_projected_with_all_districts(wandering):
    found = outlook(wandering.site, wandering.indicator, wandering.site.geography[ASH], today=THEN)
    assert [step.horizon for step in found.steps] == [1, 2, 3, 4, 5]
    assert [step.period.year for step in found.steps] == [2025, 2026, 2027, 2028, 2029]
    assert all(step.lower < step.point < step.upper for step in found.steps)
    assert found.text.startswith("If recent patterns continue, ")
    assert found.tested.startswith("Tested from ")


@pytest.mark.parametrize(
    ("value", "where", "said"),
    [
        (200, "out of reach", "The target of 200.0% is outside that range."),
        (10, "expected", "That whole range meets the target of 10.0%."),
    ],
)
def test_a_target_is_held_against_the_range_when_it_is_due(wandering, value, where, said):
    target = replace(UP, value=value)
    found = outlook(wandering.site, wandering.indicator, wandering.site.geography[ASH], target, THEN)
    assert found.target == where
    assert " by 2028. " in found.text
    assert found.text.endswith(said)


def test_a_target_inside_the_range_and_one_due_too_late(wandering):
    ash = wandering.site.geography[ASH]
    point = outlook(wandering.site, wandering.indicator, ash, today=THEN).steps[3].point
    found = outlook(wandering.site, wandering.indicator, ash, replace(UP, value=point), THEN)
    assert found.target == "inside"
    assert found.text.endswith("is inside that range.")
    late = outlook(wandering.site, wandering.indicator, ash, replace(UP, due=date(2040, 12, 31)), THEN)
    assert (late.target, late.text.endswith("is due later than can be projected.")) == ("cannot tell", True)


def test_what_is_not_projected_says_why(told, wandering):
    few = told({REGION: yearly(50, 51, 52)})
    assert (
        outlook(few.site, few.indicator, few.region).text
        == "Not projected: 3 figures are too few to project."
    )
    short = told({REGION: yearly(50, 51, 52, 53, 54, 55)})
    assert "6 periods are too few to test" in outlook(short.site, short.indicator, short.region).refused
    season = told({REGION: monthly(*range(40))}, period="month", seasonal=True)
    assert (
        outlook(season.site, season.indicator, season.region).refused
        == "it has a season, and the method knows none"
    )
    assert outlook(few.site, few.indicator, few.site.geography["E92000001"]).refused.startswith(
        "only districts"
    )
    assert outlook(wandering.site, wandering.indicator, wandering.region).refused == (
        "there is no figure for Here"
    )
    past = wandering.site.at(date(2020, 1, 1))
    assert outlook(past, wandering.indicator, wandering.site.geography[ASH]).steps == ()


def test_an_area_without_the_latest_figure_is_refused_by_its_period(wandering):
    figures = walks()
    shorter = replace(wandering.indicator, sql=select(figures | {ASH: figures[ASH][:-1]}))
    ash = wandering.site.geography[ASH]
    assert outlook(wandering.site, shorter, ash).refused == "its figure in 2024 is missing"


def test_figures_never_below_zero_are_not_projected_below_it(rate):
    assert bounds(rate, np.array([[3.0, 50.0]])) == (0, 100)
    assert bounds(rate, np.array([[3.0, 150.0]])) == (0, np.inf)
    assert bounds(rate, np.array([[-3.0, 50.0]])) == (-np.inf, np.inf)


def test_what_was_stored_at_build_is_what_is_worked_out(site):
    rate, region = site.indicators["employment/employment_rate"], site.geography[REGION]
    made = [row for row in projected(site, rate) if isinstance(row, Step) and row.area_code == REGION]
    assert list(outlook(site, rate, region, today=date(2023, 1, 1)).steps) == made
    stored = site.store.rows("SELECT count(*) FROM coverage WHERE indicator = ?", [rate.id])[0][0]
    assert stored == sum(isinstance(row, Backtest) for row in projected(site, rate))


def test_every_range_is_within_the_nominal_or_says_its_coverage_and_is_widened(site):
    rows = site.store.rows("SELECT coverage, widened, forecasts FROM coverage")
    assert len(rows) > 100
    for share, widened, tested in rows:  # from too few errors no factor is made
        assert (share < 0.72 and tested >= ENOUGH_ERRORS) == (widened > 1)


def test_no_range_is_drawn_over_two_and_a_half_times_as_wide_and_the_page_says_so(site):
    assert site.store.rows("SELECT max(widened) <= 2.5 FROM projections") == [(True,)]
    gva = site.indicators["economy/gva_per_hour"]
    cut = site.store.rows(
        "SELECT min(horizon) FROM coverage WHERE indicator = ? AND level = 'city_region' AND widened > 2.5",
        [gva.id],
    )[0][0]
    found = outlook(site, gva, site.geography["E47000001"])
    assert found.steps[-1].horizon == cut - 1
    assert "Nothing is drawn further ahead" in found.tested


def test_where_not_even_the_next_period_can_be_drawn_that_is_the_reason(told):
    # Forty districts that see-saw, and then jump as they never had.
    figures = {f"E080001{n:02}": yearly(1, 0, 1, 0, 1, 0, 1, 0, 40) for n in range(40)}
    here = told(figures)
    known = {code: replace(here.site.geography[ASH], code=code) for code in figures}
    geography = replace(here.site.geography, areas=here.site.geography.areas | known)
    rows = list(projected(replace(here.site, geography=geography), here.indicator))
    reasons = {row.reason for row in rows if isinstance(row, Refusal)}
    assert len(reasons) == 1
    assert "times as wide as past errors make it" in reasons.pop()
    assert not any(isinstance(row, Step) for row in rows)
    tested = [row for row in rows if isinstance(row, Backtest)]
    # From three years one was foretold, of which the jump was held in no district; from one year two.
    assert [(row.level, row.horizon, row.starts, row.forecasts, row.method) for row in tested] == [
        ("district", 1, 3, 120, "drift"), ("district", 2, 1, 40, "drift")
    ]  # fmt: skip
    assert [(row.coverage, row.held, row.later) for row in tested] == [
        (pytest.approx(2 / 3), 0.5, 2),
        (0, 0, 0),
    ]
    assert min(row.widened for row in tested) > 2.5


@pytest.mark.parametrize(
    ("lower", "upper", "kept"),
    [
        ([4.0, 3.0], [6.0, 7.0], (2, "")),
        ([4.0, -0.1], [6.0, 7.0], (1, "would reach below 0%, which cannot be")),
        ([95.0, 94.0], [99.0, 100.5], (1, "would reach above 100%, which cannot be")),
        ([4.0, 0.5], [6.0, 9.5], (1, "would be wider than all that the figures did in the last 10 years")),
        ([-1.0, -2.0], [6.0, 7.0], (0, "would reach below 0%, which cannot be")),
    ],
)
def test_a_range_ends_where_it_reaches_what_cannot_be_or_outgrows_ten_years(lower, upper, kept):
    recent = np.array([2.0, np.nan, 10.0, 5.0])  # they lie 8 apart
    assert cut_at(lower, upper, recent, (0.0, 100.0), "%") == kept
