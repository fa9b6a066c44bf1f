"""The words of a brief: what its title counts, what is older, and how frameworks stand."""

from dataclasses import replace

import pytest

from dashboard.catalogue.frameworks import Measure
from dashboard.datastore.areas import Area
from dashboard.packs import brief_words as words
from dashboard.packs.brief_words import framework, older
from dashboard.statements.attention import tiers
from dashboard.statements.attention.four_lists import four_lists
from dashboard.statements.attention.statement import Statement
from dashboard.statements.frameworks import Standing

HERE = Area("E47000006", "Tees Valley", "city_region")
PAY = Statement("employment/weekly_pay", "employment", "E47000006", "Weekly pay: lower.", "", "", "none",
                "worse", "unknown", "none", tiers.WORSE, 0.0, True, "Weekly pay")  # fmt: skip


def said(title, tier):
    return replace(PAY, title=title, tier=tier)


@pytest.mark.parametrize(
    ("worse", "watched", "better", "title"),
    [
        (["Weekly pay"], [], [], "worse on weekly pay"),
        (["Weekly pay", "GVA"], ["Rents", "Homes"], ["Buses"],
         "worse on weekly pay and GVA, with 2 more to be watched"),
        (["Pay, men", "Pay, women", "Rents"], [], [], "worse on pay and rents"),
        (["A", "B", "C"], [], [], "worse on A, B and C"),
        (["A", "B", "C", "D", "E"], [], [], "worse on A, B and 3 more"),
        ([], ["Homicides"], ["Buses"], "to be watched is homicides"),
        ([], [], ["Rents"], "better on rents, and nothing is worse"),
        ([], [], [], "nothing is worse here, and nothing is to be watched"),
    ],
)  # fmt: skip
def test_a_title_says_by_name_what_to_decide_on(worse, watched, better, title):
    tiered = {tiers.WORSE: worse, tiers.PROBABLY_WORSE: watched, tiers.IMPROVING: better}
    found = [said(name, tier) for tier, names in tiered.items() for name in names]
    assert words.title(HERE, four_lists(found)) == f"Tees Valley: {title}"


def test_what_is_worse_by_old_figures_is_named_after_the_title():
    assert older([]) == ""
    assert older([PAY]) == "By figures of more than two years ago, weekly pay was worse."
    four = [said(name, tiers.WORSE) for name in ("GVA", "Pay, men", "Pay, women", "Rents", "Homes")]
    assert older(four) == "By figures of more than two years ago, GVA, pay, rents and one more were worse."


def standing(name, track):
    return Standing(Measure("Homes", name, "Somebody"), "measured", (), (), "", track)


def test_a_framework_says_how_many_of_its_targets_are_on_track_and_names_those_that_are_not():
    found = [standing("Homes built", "off track"), standing("Pay", "on track"), standing("Air", "")]
    assert framework("Settlement", found) == (
        "Settlement: of 2 targets, 1 on track, 1 off track (homes built)."
    )
    assert framework("Settlement", [standing("Air", "")]) == ""


def test_where_is_said_of_two_places_and_of_none():
    assert words.places(["Ash 5%", "Beech 7%"]) == "By place: Ash 5% and Beech 7%"
    assert words.places([]) == "No figure of its districts is held here"
