"""The attention list in four: each statement in one list by its tier, and a headline that counts them."""

from dataclasses import replace

import pytest

from dashboard.statements.attention import tiers
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.four_lists import NAMES, four_lists
from dashboard.statements.attention.overview_words import furthest, headline, surely
from dashboard.statements.attention.statement import Statement

BLANK = Statement(
    "a/b", "people", "E1", "T: x.", "", "Sure of it", "none", "worse", "unknown", "none", 0, 0, True, "T"
)


def made(**titles):
    """Statements by the name of their tier: made(WORSE=["Pay", "Rents"])."""
    return [
        replace(BLANK, tier=getattr(tiers, name), title=title)
        for name, given in titles.items()
        for title in given
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("WORSE_AND_WORSENING", "worse"),
        ("OFF_TARGET", "worse"),
        ("WORSE_AND_SHARED", "worse"),
        ("WORSE", "worse"),
        ("SOME_DISTRICTS", "watch"),
        ("AS_ENGLAND", "watch"),
        ("IMPROVING", "good"),
        ("UNKNOWN", "untold"),
    ],
)
def test_each_tier_has_its_list(name, key):
    found = four_lists(made(**{name: ["T"]}))
    assert {other: len(items) for other, items in found.lists.items()} == {
        other: int(other == key) for other in NAMES
    }


@pytest.mark.parametrize("name", ["PERHAPS_WORSE", "NOTHING"])
def test_what_asks_for_nothing_is_in_none(name):
    found = four_lists(made(**{name: ["T"]}))
    assert [item.title for item in found.rest] == ["T"]


def test_the_headline_counts_what_is_off_its_target():
    found = four_lists(made(OFF_TARGET=["Homes", "Rents"]))
    assert headline(found).startswith("Two things are off the target that was set: ")


def test_the_headline_counts_subjects_and_names_three():
    found = four_lists(
        made(
            WORSENING=["Weekly pay"],
            WORSE=["Healthy life, male", "Healthy life, female", "NEET", "Rents", "Homes"],
            IMPROVING=["5G coverage"],
            RARE=["Bus journeys", "Rough sleeping"],
        )
    )
    assert headline(found) == (
        "One thing got worse here and not elsewhere: weekly pay. "
        "Four things are worse than in England by more than chance explains: "
        "healthy life (male and female), NEET, rents and one more. "
        "One thing got better: 5G coverage. Two more are to be watched."
    )


def test_a_headline_without_anything_worse_says_so():
    assert headline(four_lists([])) == "Nothing is surely worse here than elsewhere or than before."


def test_the_districts_that_are_named_are_the_furthest_on_the_bad_side():
    rates = [
        ("Bolton", "65.6%", 65.6),
        ("Bury", "77.0%", 77.0),
        ("Oldham", "71.2%", 71.2),
        ("Wigan", "70.0%", 70.0),
    ]
    assert furthest(rates, -1) == "Lowest: Bolton 65.6%, Wigan 70.0% and Oldham 71.2%"
    assert furthest(rates, 1) == "Highest: Bury 77.0%, Oldham 71.2% and Wigan 70.0%"
    assert furthest(rates[:2], 1) == ""


def test_a_district_that_is_not_behind_the_region_is_not_named_as_lowest():
    pay = [("Darlington", "£610", 610), ("Hartlepool", "£534", 534), ("Redcar", "£557", 557)]
    assert furthest(pay, -1, ("£576", 576)) == "Lowest: Hartlepool £534 and Redcar £557"
    assert furthest(pay, -1, ("£557", 557.4)) == "Lowest: Hartlepool £534"  # reads the same
    assert furthest(pay, 1, ("£620", 620)) == ""


def test_no_statement_is_lost_or_said_twice(site):
    for region in site.geography.regions:
        items = attention_list(site, region)
        found = four_lists(items)
        listed = [item.indicator for group in found.lists.values() for item in group]
        assert sorted(listed + [item.indicator for item in found.rest]) == sorted(
            item.indicator for item in items
        )


def test_a_card_says_that_the_change_is_sure_where_the_gap_alone_is_not():
    gap = "Not sure that the gap lasts: it is more than its counts explain."
    change = "Sure of the change: it is more than its margins of error explain."
    assert surely(replace(BLANK, sure=f"{gap} {change}")) == (
        "Not sure that the gap lasts; sure of the change"
    )
    assert surely(replace(BLANK, sure=change)) == "Sure of the change"
    assert surely(replace(BLANK, sure=f"{gap} No change is clear.")) == "Not sure that the gap lasts"
