"""Whether frozen figures still stand: none, one, all and more than are named; and what is gone."""

from datetime import date

import pytest

from dashboard.statements import evidence_words as words
from dashboard.statements.evidence_words import Kept

from .conftest import ASH, BEECH, COVE, NEIGHBOURS, REGION, yearly

RATE = "employment/employment_rate"
CODES = (ASH, BEECH, COVE, REGION, *NEIGHBOURS)
THEN = date(2010, 1, 1)


@pytest.fixture
def site(told):
    """Six areas whose figures of 2010 are 50%, but for Ash, whose is 51%."""
    return told({code: yearly(51 if code == ASH else 50) for code in CODES}).site


def kept(*codes, value=50.0, indicator=RATE):
    return [Kept(indicator, code, THEN, value) for code in codes]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([], ""),
        (kept(ASH, indicator="a/gone"), ""),
        (kept(BEECH, COVE), "The figures it rested on are the same today."),
        (
            kept(BEECH, value=50.00000000000001),
            "The figures it rested on are the same today.",
        ),  # of a sum
        (kept(ASH, BEECH), "1 of the 2 figures it rested on has been revised since."),
        (kept(ASH, ASH, BEECH), "1 of the 2 figures it rested on has been revised since."),  # kept twice
        (
            [*kept(ASH), *kept(BEECH, value=49.0), *kept(COVE)],
            "2 of the 3 figures it rested on have been revised since.",
        ),
    ],
)
def test_a_decision_says_how_many_of_its_figures_were_revised(site, figures, said):
    assert words.moved_since(site, figures) == said


def test_a_place_is_called_by_its_name_or_where_it_is_gone_by_its_code(site):
    assert words.place_name(site, ASH) == "Ash"
    assert words.place_name(site, "E99999999") == "E99999999"


def test_the_edition_that_is_served_has_every_figure(site):
    today = site.store.snapshot
    assert words.compare_then_and_now(site, today, kept(ASH)) == words.SAME_EDITION
    assert words.compare_then_and_now(site, today, []) == f"{words.SAME_EDITION} {words.ADDRESS_ONLY}"


@pytest.mark.parametrize(
    ("snapshot", "figures", "said"),
    [
        ("old", [], words.ADDRESS_ALONE),
        ("", [], words.ADDRESS_ONLY),
        ("old", kept(ASH, indicator="a/gone"), words.NOT_HELD),
        ("old", kept(BEECH), "A refresh has come since; the figure kept with this view is the same today."),
        ("", kept(BEECH), "The figure kept with this view is the same today."),
        ("", kept(BEECH, COVE), "All 2 figures kept with this view are the same today."),
        (
            "",
            [*kept(BEECH), *kept(BEECH, indicator="a/gone")],
            "The figure kept with this view is the same today. One of its indicators is not held here "
            "any more.",
        ),
        (
            "",
            [*kept(BEECH), *kept(BEECH, indicator="a/gone"), *kept(BEECH, indicator="a/too")],
            "The figure kept with this view is the same today. 2 of its indicators are not held here "
            "any more.",
        ),
    ],
)
def test_a_frozen_view_whose_figures_stand_says_so(site, snapshot, figures, said):
    assert words.compare_then_and_now(site, snapshot, figures) == said


REVISED = "Figures have been revised since: "
BELOW = " Its address shows what is held now of that day; the figures as they stood are below."


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (kept(ASH, BEECH), "1 of the 2 kept with this view. Ash in 2010: 50.0% then, 51.0% now."),
        (
            kept(ASH, value=51.01),
            "1 of the 1 kept with this view. Ash in 2010: 51.0% then, differs now by less than is shown.",
        ),
        (
            kept("E99999999"),
            "1 of the 1 kept with this view. E99999999 in 2010: 50.0% then, no longer published.",
        ),
        (
            [*kept(ASH), *kept(ASH, indicator="a/gone")],
            "1 of the 2 kept with this view. Rate, Ash in 2010: 50.0% then, 51.0% now. One of its indicators "
            "is not held here any more.",
        ),
    ],
)
def test_each_revised_figure_is_told_as_it_was_and_is(site, figures, said):
    assert words.compare_then_and_now(site, "old", figures) == f"{REVISED}{said}{BELOW}"


@pytest.mark.parametrize(("many", "more"), [(5, ""), (6, "; and 1 more")])
def test_of_many_revised_figures_five_are_named_and_the_rest_counted(site, many, more):
    said = words.compare_then_and_now(site, "old", kept(*CODES[:many], value=49.0))
    assert said.startswith(f"{REVISED}{many} of the {many} kept with this view. Ash in 2010: ")
    assert said.count("49.0% then, ") == 5
    assert said.endswith(f"49.0% then, 50.0% now{more}.{BELOW}")
