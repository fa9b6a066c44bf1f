"""The title and lines of a chart over time at their ends: places alike, breaks, points in time, counts."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.catalogue.indicators import Break
from dashboard.datastore.observations import Observation
from dashboard.statements.judgement.trend_words import change, last_break, message, not_drawn, spoken, spread


@pytest.fixture
def rate(indicators):
    return replace(indicators["employment/employment_rate"], title="Rate", breaks=(), seasonal=False)


def series(*values, first=2020, around=None):
    return [
        Observation("E1", date(first + at, 1, 1), value,
                    None if around is None else value - around, None if around is None else value + around,
                    None, None, "")
        for at, value in enumerate(values)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), "Here: no published figures."),
        ((70.0,), "Here: 70.0% in 2020."),
        ((70.0, 60.0), "Here: 70.0% in 2020, 60.0% in 2021."),
        ((70.0, 60.0, 75.0), "Here: 70.0% in 2020, 75.0% in 2022."),
        ((70.0, 60.0, 72.0, 75.0), "Here: 70.0% in 2020, 75.0% in 2023; lowest 60.0% in 2021."),
        ((70.0, 80.0, 72.0, 75.0), "Here: 70.0% in 2020, 75.0% in 2023; highest 80.0% in 2021."),
        ((70.0, 72.0, 72.0, 75.0), "Here: 70.0% in 2020, 75.0% in 2023."),
        ((70.0, None, None, 75.0), "Here: 70.0% in 2020, 75.0% in 2023."),
    ],
)
def test_a_line_names_its_extremes_from_four_figures_on_where_they_are_no_ends(rate, values, said):
    assert spoken(rate, "Here", series(*values)) == said


@pytest.mark.parametrize(
    ("latest", "said"),
    [
        ([], "Places: no figures."),
        ([("Ash", None)], "Places: no figures."),
        ([("Ash", 60.0), ("Beech", None)], "Places: 60.0% in Ash (2020)."),
        ([("Ash", 60.0), ("Beech", 60.04)], "Places: 60.0% in both in 2020."),
        ([("Ash", 60.0), ("Beech", 60.0), ("Cove", 60.0)], "Places: 60.0% in each in 2020."),
        ([("Ash", 61.0), ("Beech", 60.0)], "Places: 60.0% (Beech) to 61.0% (Ash) in 2020."),
    ],
)
def test_a_group_that_is_alike_has_one_figure(rate, latest, said):
    rows = [(name, series(value)[0] if value is not None else None) for name, value in latest]
    assert spread(rate, "Places", rows, date(2020, 1, 1)) == said


def test_a_point_in_time_is_on_its_day_and_not_in_it(rate):
    point = replace(rate, period="point in time")
    assert message(point, "Here", series(70.0)) == "Here: 70.0% on 1 Jan 2020"


@pytest.mark.parametrize(
    ("since", "found"), [(2019, None), (2020, None), (2021, 2021), (2022, 2022), (2023, None)]
)
def test_a_break_lies_between_two_figures(rate, since, found):
    broken = replace(rate, breaks=(Break(date(since, 1, 1), "x"),))
    assert last_break(broken, series(1.0, 2.0, 3.0)) == (date(found, 1, 1) if found else None)


def test_of_two_breaks_the_last_counts(rate):
    broken = replace(rate, breaks=(Break(date(2022, 1, 1), "x"), Break(date(2021, 1, 1), "y")))
    assert last_break(broken, series(1.0, 2.0, 3.0)) == date(2022, 1, 1)
    assert last_break(broken, []) is None


@pytest.mark.parametrize(
    ("before", "last", "around", "said"),
    [
        (70.0, 71.0, None, "up from 70.0% in 2020"),
        (71.0, 70.0, None, "down from 71.0% in 2020"),
        (70.0, 70.04, None, "the same as in 2020"),
        (70.0, 71.0, 1, "no clear change from 70.0% in 2020"),
        (70.0, 72.0, 1, "up from 70.0% in 2020"),
        (72.0, 70.0, 1, "down from 72.0% in 2020"),
    ],
)
def test_a_figure_stands_up_or_down_beyond_its_margins(rate, before, last, around, said):
    assert change(rate, *series(before, last, around=around)) == said


def test_in_cash_a_change_says_so(rate):
    pounds = replace(rate, prefix="£", suffix="", unit="£", decimals=0)
    assert change(pounds, *series(500.0, 510.0)) == "up from £500 in 2020 in cash terms"
    assert change(pounds, *series(500.0, 500.0)) == "the same as in 2020 in cash terms"


def test_a_larger_places_count_is_told_and_not_drawn(rate):
    assert not_drawn(rate, "England", series(60.0, 61.0)).startswith(
        "England: 61.0% in 2021; not drawn, because "
    )
