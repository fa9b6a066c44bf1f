"""What is said of a region that has no figure of its own, from figures of its districts."""

import pytest

from dashboard.statements.statement import statement

from .conftest import ASH, BEECH, COVE, ENGLAND, yearly

LEVEL = [50, 51, 49, 50, 51, 49, 50, 51, 49, 50, 51]


def said(told, figures, **metadata):
    here = told(figures, **metadata)
    return statement(here.site, here.indicator, here.region)


def districts(ash, beech, cove, **limits):
    return {ASH: yearly(*ash, **limits), BEECH: yearly(*beech, **limits), COVE: yearly(*cove, **limits)}


def test_nothing_published_for_anybody_gives_no_statement(told):
    assert said(told, {ENGLAND: yearly(50)}) is None


@pytest.mark.parametrize(
    ("ash", "beech", "cove", "better", "gap", "against", "tier"),
    [
        (40, 40, 60, "higher", "lower than England in 2 of the 3 districts", "worse", 6),
        (40, 40, 40, "higher", "lower than England in all 3 districts", "worse", 6),
        (60, 60, 60, "higher", "not lower than England in any of the 3 districts", "better", 8),
        (40, 60, 50, "higher", "lower than England in 1 of the 3 districts", "similar", 8),
        (40, 40, 60, "lower", "higher than England in 1 of the 3 districts", "better", 8),
        (40, 40, 60, "neither", "lower than England in 2 of the 3 districts", "lower", 8),
    ],
)
def test_districts_are_counted_on_the_worse_side(told, ash, beech, cove, better, gap, against, tier):
    found = said(told, districts([ash], [beech], [cove]) | {ENGLAND: yearly(50)}, better=better)
    assert found.text == f"Rate: {gap}; only one period is published."
    assert (found.against, found.tier) == (against, tier)


def test_with_margins_of_error_only_what_is_beyond_chance_counts(told):
    found = said(told, districts([40], [49], [60], around=2) | {ENGLAND: yearly(50)})
    assert found.text.startswith(
        "Rate: lower than England in 1 of the 3 districts, by more than chance explains;"
    )
    none = said(told, districts([49], [49], [60], around=2) | {ENGLAND: yearly(50)})
    assert none.text.startswith(
        "Rate: not lower than England by more than chance explains in any of the 3 districts;"
    )
    most = said(told, districts([40], [40], [60], around=2) | {ENGLAND: yearly(50)})
    assert most.tier == 4


def test_trends_of_districts_are_counted_worse_first(told):
    up, down, flat = [50, 51, 52, 53, 54], [54, 53, 52, 51, 50], [50, 50, 50, 50, 50.1]
    found = said(told, districts(up, down, flat, around=0.5))
    assert found.text == "Rate: getting worse in 1 and getting better in 1, by more than chance explains."
    assert found.change == "none"
    assert said(told, districts(up, up, down, around=0.5), better="neither").change == "rising"
    same = said(told, districts(flat, flat, flat, around=0.5))
    assert same.text == "Rate: no real change in any of them."


def test_control_charts_of_districts_are_counted(told):
    found = said(told, districts([*LEVEL, 90], [*LEVEL, 90], LEVEL), better="lower")
    assert found.text == "Rate: worse than usual in 2."
    assert (found.change, found.tier) == ("worsening", 1)
    long = [*LEVEL, 90, 91, 90, 92]
    assert said(told, districts(long, long, LEVEL), better="lower").tier == 5
    assert said(told, districts(long, [*LEVEL, 90], LEVEL), better="lower").tier == 1
    assert said(told, districts([*LEVEL, 90], [*LEVEL, 90], [*LEVEL, 90])).text == (
        "Rate: better than usual in all of them."
    )
    assert said(told, districts(LEVEL, [50, 51], [50])).text == (
        "Rate: nothing unusual in the one that can be judged."
    )


@pytest.mark.parametrize(
    ("series", "better", "text"),
    [
        (([50, 60, 70], [50, 60, 70], [70, 60, 50]), "higher", "up in 2 and down in 1 since 2010"),
        (([50, 60, 70], [50, 60, 70], [50, 60, 70]), "neither", "up in all of them since 2010"),
        (([50, 60, 50], [50, 60, 50], [50, 60, 50]), "higher", "unchanged since 2010"),
    ],
)
def test_what_cannot_be_judged_is_said_with_its_direction(told, series, better, text):
    found = said(told, districts(*series), better=better)
    assert found.text == f"Rate: {text}, but too few figures to judge a change."
    assert (found.change, found.tier) == ("unknown", 9)


def test_two_periods_have_no_direction(told):
    found = said(told, districts([50, 60], [50, 60], [50, 60]))
    assert found.text == "Rate: no trend can be judged from 2 periods."
    mixed = said(told, districts([50, 60], [50], [50]))
    assert mixed.text == "Rate: no trend can be judged from so few periods."


def test_the_start_is_that_of_most_that_have_a_direction(told):
    figures = {ASH: yearly(50, 60, 70), BEECH: yearly(60, 70, 80, first=2009), COVE: yearly(50, first=2011)}
    assert said(told, figures).text == "Rate: up in 2 since 2009, but too few figures to judge a change."


def test_one_district_is_named(told):
    found = said(told, {BEECH: yearly(40), ENGLAND: yearly(50)})
    which = "in Beech, the only district with a figure"
    assert found.text == f"Rate: lower than England {which}; only one period is published."
    assert said(told, {BEECH: yearly(50, 60, 70)}).text == (
        f"Rate: {which}, up since 2010, but 3 figures are too few to judge a change."
    )


def test_the_reason_gives_the_spread_of_the_newest_figures_only(told):
    figures = {
        ASH: yearly(40, first=2011),
        BEECH: yearly(45.5, first=2011),
        COVE: yearly(99),
        ENGLAND: yearly(50, first=2011),
    }
    assert said(told, figures).reason == (
        "Not published for Here as a whole. 2 districts in 2011: 40.0 to 45.5%; England 50.0%. "
        "Unit: % of people. No trend can be judged from 1 period."
    )
