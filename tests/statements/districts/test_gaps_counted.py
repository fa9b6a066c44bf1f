"""Districts held against England: in how many the figure is worse, in one period, and which."""

import pytest

from dashboard.statements.attention.tiers import TIERS
from dashboard.statements.districts.counted import Counted
from dashboard.statements.districts.district_words import sentence
from dashboard.statements.judgement.judgement import judgement
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, yearly
from tests.statements.districts.sentences import districts, said


def test_nothing_published_for_anybody_gives_no_statement(told):
    assert said(told, {ENGLAND: yearly(50)}) is None


@pytest.mark.parametrize(
    ("ash", "beech", "cove", "better", "gap", "against", "tier"),
    [
        (
            40,
            40,
            60,
            "higher",
            "lower than England in 2 of the 3 districts (Ash 40.0% and Beech 40.0%, in 2010)",
            "worse",
            "Worse than England, chance or one year’s luck not ruled out",
        ),
        (
            40,
            40,
            40,
            "higher",
            "lower than England in all 3 districts (Ash 40.0%, Beech 40.0% and Cove 40.0%, in 2010)",
            "worse",
            "Worse than England, chance or one year’s luck not ruled out",
        ),
        (
            60,
            60,
            60,
            "higher",
            "not lower than England in any of the 3 districts",
            "better",
            "No sign of a problem",
        ),
        (
            40,
            60,
            50,
            "higher",
            "lower than England in 1 of the 3 districts (Ash 40.0%, in 2010)",
            "similar",
            "No sign of a problem",
        ),
        (
            40,
            40,
            60,
            "lower",
            "higher than England in 1 of the 3 districts (Cove 60.0%, in 2010)",
            "better",
            "No sign of a problem",
        ),
        (
            40,
            40,
            60,
            "neither",
            "lower than England in 2 of the 3 districts (Ash 40.0% and Beech 40.0%, in 2010)",
            "lower",
            "No sign of a problem",
        ),
    ],
)
def test_districts_are_counted_on_the_worse_side(told, ash, beech, cove, better, gap, against, tier):
    found = said(told, districts([ash], [beech], [cove]) | {ENGLAND: yearly(50)}, better=better)
    assert found.text == f"Rate: {gap}; only one period is held."
    assert (found.against, TIERS[found.tier]) == (against, tier)


def test_with_margins_of_error_only_what_is_beyond_chance_counts(told):
    found = said(told, districts([40], [49], [60], around=2) | {ENGLAND: yearly(50)})
    assert found.text.startswith(
        "Rate: lower than England in 1 of the 3 districts (Ash 40.0%, in 2010), by more than chance explains;"
    )
    none = said(told, districts([49], [49], [60], around=2) | {ENGLAND: yearly(50)})
    assert none.text.startswith(
        "Rate: not lower than England by more than chance explains in any of the 3 districts;"
    )
    most = said(told, districts([40], [40], [60], around=2) | {ENGLAND: yearly(50)})
    assert TIERS[most.tier] == "Watch: worse than England, surer than 95%"


def test_one_district_is_named(told):
    found = said(told, {BEECH: yearly(40), ENGLAND: yearly(50)})
    which = "in Beech, the only district with a figure"
    assert found.text == f"Rate: lower than England {which}; only one period is held."
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
        "Left out, as the newest figure is of another period: Cove (2010). "
        "Unit: % of people. No trend can be judged from 1 period."
    )


def test_districts_are_counted_in_one_period_and_those_with_another_are_left_out(told):
    figures = {
        ASH: yearly(40, first=2011),
        BEECH: yearly(45, first=2011),
        COVE: yearly(30),  # lower than England's 50 of 2011, and than its 35 of 2010
        ENGLAND: yearly(35, 50),
    }
    found = said(told, figures)
    assert found.text.startswith(
        "Rate: lower than England in both districts (Ash 40.0% and Beech 45.0%, in 2011)"
    )
    apart = said(told, {ASH: yearly(40, first=2011), BEECH: yearly(45), ENGLAND: yearly(35, 50)})
    assert "lower than England in Ash, the only district with a figure in 2011" in apart.text


def test_where_the_benchmark_has_a_newer_figure_the_period_is_named(told):
    figures = {ASH: yearly(40), BEECH: yearly(45), COVE: yearly(60), ENGLAND: yearly(50, 44)}
    assert said(told, figures).text.startswith("Rate: lower than England in 2010 in 2 of the 3 districts")


@pytest.mark.parametrize(
    ("many", "one"), [("districts", "district"), ("local authorities", "local authority")]
)
def test_the_only_one_with_a_figure_is_called_by_one_of_them(told, many, one):
    here = told({ASH: yearly(50)})
    only = judgement(here.site, here.indicator, here.site.geography[ASH])
    assert sentence(Counted.of([only], many)).startswith(f"Rate: in Ash, the only {one} with a figure, ")
