"""The overview says what to decide, where, how sure and what was decided, for every region."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.charts.district_figures import districts, named_there, where
from dashboard.components.frame.shell import frame
from dashboard.pages.overview import page as overview
from dashboard.pages.overview.cards import decision_cards
from dashboard.pages.overview.lists import MOST_DRAWN, four_sections
from dashboard.record_port import Decided, NothingRecorded
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.four_lists import EMPTY, four_lists
from dashboard.statements.attention.overview_words import surely
from dashboard.statements.attention.to_decide import MOST_ITEMS, to_decide
from dashboard.statements.judgement.judgement import judgement
from tests.pages.testshire import read, words

pytestmark = pytest.mark.core

CODES = ["E47000001", "E47000006", "E47000008", "E12000007"]


@pytest.mark.parametrize("code", CODES)
def test_the_cards_stand_first_with_figure_and_three_districts(site, code):
    region = site.geography[code]
    shown = words(overview.layout(site, read(site, "/", f"?region={code}")))
    cards = to_decide(site, four_lists(attention_list(site, region)))
    assert 1 <= len(cards) <= MOST_ITEMS
    for item in cards:
        seen = site.observations(site.indicators[item.indicator]).latest(item.area_code)
        assert item.title in shown
        assert seen is None or site.indicators[item.indicator].format(seen.value) in shown
    assert len(re.findall(r"(?:Highest|Lowest): [A-Z]", shown)) >= len(cards) - 1


def test_no_subject_has_two_cards(site):
    for region in site.geography.regions:
        cards = to_decide(site, four_lists(attention_list(site, region)))
        subjects = [item.title.partition(", ")[0] for item in cards]
        assert len(set(subjects)) == len(subjects), region.name


def test_an_empty_list_says_so_in_a_sentence(site):
    region = site.geography["E47000008"]
    found = four_lists(attention_list(site, region))
    shown = words(overview.layout(site, read(site, "/", "?region=E47000008")))
    for key, items in found.lists.items():
        assert (EMPTY[key] in shown) == (not items)


@pytest.mark.parametrize("query", ["?list=all", "?show=improving", "?about=housing"])
def test_filters_and_the_whole_list_have_their_own_view(site, query):
    shown = words(overview.layout(site, read(site, "/", query)))
    assert "Everything that is said here" in shown
    assert "What needs a decision" not in shown


def test_a_phone_folds_each_list_that_holds_something(site):
    found = four_lists(attention_list(site, site.geography["E47000001"]))
    sections = four_sections(site, read(site, "/", "?region=E47000001"), found)
    for section, items in zip(sections, found.lists.values(), strict=True):
        assert items
        assert section.children[-1].className == "phone-fold"


def test_each_line_of_the_lists_has_its_figure_and_names_districts(site):
    region = site.geography["E47000001"]
    found = four_lists(attention_list(site, region))
    sections = four_sections(site, read(site, "/", "?region=E47000001"), found)
    for section, items in zip(sections, found.lists.values(), strict=True):
        shown = words(section)
        for item in items[:MOST_DRAWN]:
            indicator = site.indicators[item.indicator]
            seen = site.observations(indicator).latest(item.area_code)
            assert seen is None or indicator.format(seen.value) in shown
            assert where(site, indicator, region) in shown


def test_a_card_ends_with_how_sure_it_is_and_what_was_decided(site):
    shown = words(overview.layout(site, read(site, "/", "?region=E47000001")))
    cards = to_decide(site, four_lists(attention_list(site, site.geography["E47000001"])))
    assert [f"{surely(item)} Nothing decided" in shown for item in cards] == [True] * len(cards)


@pytest.mark.parametrize(("code", "long"), [("E47000001", True), ("E47000008", False)])
def test_a_headline_of_more_than_two_lines_of_a_phone_can_be_read_whole(site, code, long):
    shown = words(overview.layout(site, read(site, "/", f"?region={code}")))
    assert ("Read it all" in shown) == long


class Recorded(NothingRecorded):
    """A record with two decisions about male healthy life expectancy, and one of another region."""

    def decisions(self, day):
        made = [("2", date(2025, 11, 28)), ("1", date(2025, 3, 1))]
        here = [_decision(name, "E47000001", when) for name, when in made]
        return (_decision("3", "E47000006", date(2026, 1, 5)), *here)


def _decision(name, region, day):
    about = frozenset({"people/healthy_life_expectancy_male"})
    return Decided(name, "Act", region, day, date(2026, 5, 28), about=about)


def test_a_card_tells_the_newest_decision_of_its_region_and_when_it_is_reviewed(site):
    recorded = replace(site, record=Recorded())
    shown = words(overview.layout(recorded, read(recorded, "/", "?region=E47000001")))
    assert "Decided 28 November 2025, review 28 May 2026" in shown
    assert "1 March 2025" not in shown.split("Worse here")[0]
    assert "5 January 2026" not in shown


def test_what_being_ahead_of_england_comes_to_is_on_no_card(site):
    region = site.geography["E12000007"]  # homes empty: fewer than in England, and getting worse
    cards = to_decide(site, four_lists(attention_list(site, region)))
    listed = decision_cards(site, read(site, "/", "?region=E12000007"), cards).children
    ahead = [words(card) for item, card in zip(cards, listed, strict=True) if _ahead(site, item, region)]
    assert ahead
    assert not any("At England’s rate" in card for card in ahead)


def _ahead(site, item, region):
    judged = judgement(site, site.indicators[item.indicator], region)
    return judged and judged.against and judged.against.mark == "better"


def test_no_district_ahead_of_its_region_is_named_as_lowest(site):
    tees, pay = site.geography["E47000006"], site.indicators["employment/weekly_pay"]
    own = site.observations(pay).latest(tees.code)
    shown = districts(site, pay, tees)
    ahead = [area.name for area in shown.areas if shown.figures[area.code].value >= own.value]
    named = where(site, pay, tees)
    assert ahead
    assert named.startswith("Lowest: ")
    assert not any(name in named for name in ahead)
    assert {site.geography[code].name in named for code in named_there(site, pay, tees)} == {True}


def test_a_card_gives_the_figure_that_it_is_compared_with(site):
    region = site.geography["E47000001"]
    shown = words(overview.layout(site, read(site, "/", "?region=E47000001")))
    for item in to_decide(site, four_lists(attention_list(site, region))):
        indicator = site.indicators[item.indicator]
        found = judgement(site, indicator, region)
        assert found.against is None or f"England {indicator.format(found.against.value)}" in shown


@pytest.mark.parametrize("name", ["Targets", "Pilots"])
def test_targets_and_pilots_are_reached_from_the_foot_of_every_page(site, name):
    shown = words(frame(site, read(site, "/", "?region=E47000001"), []).children[-1])
    assert name in shown
