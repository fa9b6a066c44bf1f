"""Compose: what a brief asks for is what the pack holds, for regions and districts of every kind."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.packs.admission import PackRefused
from dashboard.packs.brief import Brief, SectionRequest, ready_briefs
from dashboard.packs.compose import compose
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
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
    pack = composed(testshire, SectionRequest("summary"), SectionRequest("places"))
    assert [section.kind for section in pack.sections] == ["summary", "places", "notes"]
    assert [source.indicator.title for source in pack.sources] == ["Jobs rate"]


def test_a_theme_page_has_the_message_as_its_title_and_says_it_once(testshire):
    page, *_ = composed(testshire, SectionRequest("theme", themes=("employment",))).sections
    assert (
        page.title == "Jobs rate: lower than England, by more than chance explains; only one period is held"
    )
    assert page.headline_statement is not None
    assert page.headline_statement not in page.others


def test_two_sections_of_a_kind_have_keys_of_their_own(testshire):
    pack = composed(testshire, SectionRequest("summary"), SectionRequest("summary"))
    assert [section.key for section in pack.sections] == ["summary", "summary-2", "notes"]


def test_progress_is_told_before_each_section_and_before_writing(testshire):
    told = []
    composed(
        testshire,
        SectionRequest("summary"),
        SectionRequest("places"),
        progress=lambda *step: told.append(step),
    )
    assert told == [(0, 2, "One-page summary"), (1, 2, "Places side by side"), (2, 2, "Writing the file")]


def test_a_district_stands_beside_its_region(testshire):
    (page, _) = composed(testshire, SectionRequest("profile"), code="E07000091").sections
    (table,) = page.profiles
    assert table.region.code == REGION
    assert [entry.value for entry in table.entries if entry.latest] == ["50%"]


def test_a_pack_as_of_a_day_says_so(testshire):
    pack = composed(testshire.at(date(2023, 6, 1)), SectionRequest("summary"))
    assert pack.as_of == "As of 1 June 2023"
    assert pack.stem == "Testshire and Cove, test, 1 June 2023"


@pytest.mark.parametrize(
    ("parts", "code", "said"),
    [
        (
            (SectionRequest("summary"),),
            "E07000091",
            "is about a region, and Ash is none; choose another place",
        ),
        ((SectionRequest("summary", themes=("chosen",)),), REGION, "needs a theme; choose one"),
        ((), REGION, "would be empty; choose at least one section"),
        (
            (SectionRequest("map", indicators=("housing/none",)),),
            REGION,
            "There is no indicator 'housing/none'",
        ),
    ],
)
def test_a_pack_that_cannot_be_made_is_refused_in_a_sentence(testshire, parts, code, said):
    with pytest.raises(PackRefused, match=said):
        compose(testshire, brief(*parts), testshire.geography[code])


def test_a_district_profile_has_maps_of_its_neighbourhoods(pack_of):
    kinds = [section.kind for section in pack_of("district-profile", "E08000001", annex=True).sections]
    assert kinds == ["brief", "summary", "map", "profile", "notes"]


def test_a_public_pack_links_to_the_public_view_and_to_nothing_where_none_is_set(public_site):
    asked = ready_briefs(public_site.settings.briefs)["public-summary"].without_annex()
    place = public_site.geography["E47000006"]
    known = replace(public_site.settings, public_view="https://data.example.gov.uk")
    pack = compose(replace(public_site, settings=known), asked, place)
    (first, *_) = pack.sections[0].figures
    page = f"https://data.example.gov.uk/indicator/{first.indicator.id}?region=E47000006"
    assert pack.page_of(first.indicator) == page
    assert compose(public_site, asked, place).page_of(first.indicator) == ""


def test_an_address_of_the_public_view_that_is_none_is_refused():
    assert Settings.from_environment({"PUBLIC_VIEW": "https://data.example.gov.uk/"}).public_view == (
        "https://data.example.gov.uk"
    )
    with pytest.raises(InvalidSetting, match=r"PUBLIC_VIEW=.*: give an address"):
        Settings.from_environment({"PUBLIC_VIEW": "data.example"})
