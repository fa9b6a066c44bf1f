"""A headline in the office's own words: its figures are the pack's, and who gave it is said."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.packs.brief import Brief, SectionRequest
from dashboard.packs.compose import compose
from dashboard.packs.headline import figures, figures_not_in_section, with_headline
from dashboard.record_port import Composed
from tests.pages.testshire import REGION, small_site


@pytest.fixture
def pack(given, indicators):
    site = small_site(given, indicators)
    site.store.remember("datasets", dict)  # Testshire keeps no register
    brief = Brief(
        "test", "Test", "A test.", "office", "region", (SectionRequest("brief"), SectionRequest("summary"))
    )
    return compose(site, brief, site.geography[REGION])


def test_figures_are_found_in_digits_and_in_words():
    assert figures("Five things: 24.7% and £1,200, twice") == {"5", "24.7%", "£1,200", "twice"}
    assert figures("5 things") == figures("Five things")


def test_a_headline_keeps_to_the_figures_of_its_pack(pack):
    first = replace(pack.sections[0], title="Testshire: 2 things are worse here", lead="Two things: jobs.")
    assert figures_not_in_section("Two things ask for us in Testshire", first) == []
    assert figures_not_in_section("Three things are worse, by 40%", first) == ["3", "40%"]


def test_an_edited_headline_is_marked_as_such(pack):
    kept = Composed(headline="Jobs come first", by="Ann", day=date(2026, 11, 3))
    first, *_ = with_headline(pack, kept).sections
    assert first.title == "Jobs come first"
    assert first.edited.startswith("Headline edited by Ann on 3 November 2026; its figures are those of this")


def test_a_wording_that_newer_figures_left_behind_is_not_used(pack):
    kept = Composed(headline="Jobs fell by 99% here", by="Ann", day=date(2026, 11, 3))
    assert with_headline(pack, kept) == pack


def test_sections_stand_in_the_order_that_is_asked_for_behind_what_asks():
    parts = (SectionRequest("brief"), SectionRequest("theme"), SectionRequest("map"), SectionRequest("notes"))
    asked = Brief("t", "T", "A.", "office", "region", parts).only(["map", "theme", "brief"])
    assert [part.kind for part in asked.sections] == ["brief", "map", "theme", "notes"]
