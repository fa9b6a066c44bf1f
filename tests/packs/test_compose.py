"""Compose: what a brief asks for is what the pack holds, for regions and districts of every kind."""

from datetime import date

import pytest

from dashboard.packs.admission import Refused
from dashboard.packs.brief import Brief, Part
from dashboard.packs.compose import compose
from tests.pages.testshire import REGION, small_site


@pytest.fixture
def testshire(given, indicators):
    site = small_site(given, indicators)
    site.store.remember("datasets", dict)  # Testshire keeps no register
    return site


def brief(*parts, place="region"):
    return Brief("test", "Test", "A test.", "office", place, parts)


def composed(site, *parts, code=REGION, **more):
    place = "region" if code == REGION else "district"
    return compose(site, brief(*parts, place=place), site.geography[code], **more)


def test_data_notes_are_always_last_and_name_every_indicator_shown(testshire):
    pack = composed(testshire, Part("summary"), Part("places"))
    assert [section.kind for section in pack.sections] == ["summary", "places", "notes"]
    assert [source.indicator.title for source in pack.sources] == ["Jobs rate"]


def test_a_theme_page_has_the_message_as_its_title_and_says_it_once(testshire):
    page, *_ = composed(testshire, Part("theme", themes=("employment",))).sections
    assert (
        page.title == "Jobs rate: lower than England, by more than chance explains; only one period is held"
    )
    assert page.told is not None
    assert page.told not in page.others


def test_two_sections_of_a_kind_have_keys_of_their_own(testshire):
    pack = composed(testshire, Part("summary"), Part("summary"))
    assert [section.key for section in pack.sections] == ["summary", "summary-2", "notes"]


def test_progress_is_told_before_each_section_and_before_writing(testshire):
    told = []
    composed(testshire, Part("summary"), Part("places"), progress=lambda *step: told.append(step))
    assert told == [(0, 2, "One-page summary"), (1, 2, "Places side by side"), (2, 2, "Writing the file")]


def test_a_district_stands_beside_its_region(testshire):
    (page, _) = composed(testshire, Part("profile"), code="E07000091").sections
    (table,) = page.profiles
    assert table.region.code == REGION
    assert [entry.value for entry in table.entries if entry.latest] == ["50%"]


def test_a_pack_as_of_a_day_says_so(testshire):
    pack = composed(testshire.at(date(2023, 6, 1)), Part("summary"))
    assert pack.as_of == "As of 1 June 2023"
    assert pack.stem == "Testshire and Cove, test, 1 June 2023"


@pytest.mark.parametrize(
    ("parts", "code", "said"),
    [
        ((Part("summary"),), "E07000091", "is about a region, and Ash is none; choose another place"),
        ((Part("summary", themes=("chosen",)),), REGION, "needs a theme; choose one"),
        ((), REGION, "would be empty; choose at least one section"),
        ((Part("map", indicators=("housing/none",)),), REGION, "There is no indicator 'housing/none'"),
    ],
)
def test_a_pack_that_cannot_be_made_is_refused_in_a_sentence(testshire, parts, code, said):
    with pytest.raises(Refused, match=said):
        compose(testshire, brief(*parts), testshire.geography[code])


def test_a_district_profile_has_maps_of_its_neighbourhoods(pack_of):
    kinds = [section.kind for section in pack_of("district-profile", "E08000001", annex=True).sections]
    assert kinds == ["brief", "summary", "map", "profile", "notes"]
