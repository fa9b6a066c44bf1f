"""The pack page composes: indicators are added, a day is chosen, and the address says both."""

import base64
import io
import re
import zipfile
from dataclasses import replace

import orjson
import pikepdf
import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.packs.brief import SECTION_KINDS, SectionRequest, ready_briefs
from dashboard.pages.packs import page as packs
from dashboard.pages.packs.maker import outline
from dashboard.record_port import NothingRecorded
from dashboard.settings import Settings
from tests.pages.testshire import words

ADDED = "housing/median_price,employment/employment_rate"


@pytest.fixture
def opened(site):
    """opened("?brief=...") -> the address and the pack's outline."""

    def opened(search):
        address = addresses.read(site, [packs.PAGE], "/packs", search)
        return address, packs.parts(site.at(address.as_of), address).children["pack"]

    return opened


def links(component):
    """The addresses of the buttons that make files."""
    if (getattr(component, "href", None) or "").startswith("/pack/"):
        yield component.href
    children = getattr(component, "children", None)
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child, "to_plotly_json"):
            yield from links(child)


def test_indicators_and_a_day_are_in_the_outline_and_in_every_button(opened):
    _, outline = opened(f"?brief=digital-inclusion&indicators={ADDED}&as_of=2025-07-01")
    assert "Chosen indicators: a wide chart each" in words(outline)
    assert "A pack made from here holds the figures known on 1 July 2025" in words(outline)
    for href in links(outline):
        assert f"indicators={ADDED.replace('/', '%2F')}" in href
        assert "as_of=2025-07-01" in href


def test_today_needs_no_day(opened):
    _, outline = opened("?brief=digital-inclusion")
    assert all("as_of" not in href and "indicators" not in href for href in links(outline))


@pytest.mark.parametrize(("search", "status"), [("indicators=no/thing", 404), ("indicators=" + ",".join(
    f"housing/{name}" for name in ("median_price", "average_price", "first_time_buyers", "long_term_vacant",
    "overcrowding", "private_renting", "social_renting", "net_additions_rate", "affordability_ratio")), 400)]
)  # fmt: skip
def test_what_cannot_be_added_is_refused(opened, search, status):
    with pytest.raises(BadAddress) as refusal:
        opened(f"?{search}")
    assert refusal.value.status == status


def test_a_district_brief_offers_all_districts_or_the_one_that_is_chosen(opened):
    _, all_of_them = opened("?brief=district-profile")
    assert "District leader’s profile: all 10 districts of Greater Manchester" in words(all_of_them)
    assert "One zip file with a pack for each district" in words(all_of_them)
    _, one = opened("?brief=district-profile&place=E08000003")
    assert "District leader’s profile: Manchester" in words(one)
    assert "zip" not in words(one)
    assert "is about a city region: choose one" in words(opened("?brief=mayor-monthly&place=E08000003")[1])


def test_the_sections_chosen_are_those_of_the_pack_and_of_its_address(opened):
    _, outline = opened("?brief=mayor-monthly&sections=map")
    notes = "Maps Data notes: source, newest period and what to watch out for, for every figure"
    assert notes in words(outline)
    assert "Add: One-page summary" in words(outline)
    assert words(outline).count("One-page summary") == 1
    assert all("sections=map" in href for href in links(outline))


@pytest.fixture(scope="module")
def asked(office_wsgi):
    """asked("digital-inclusion.pdf?...") -> the answer of the office view."""
    return lambda path: office_wsgi.test_client().get(f"/pack/{path}")


def test_a_pack_holds_the_indicators_that_its_address_adds(asked):
    file = asked(f"digital-inclusion.pdf?sections=summary&indicators={ADDED}").data
    with pikepdf.open(io.BytesIO(file)) as pdf, pdf.open_outline() as outline:
        assert [item.title.split("\n")[0][:17] for item in outline.root][1].startswith("Chosen indicators")
    assert asked("digital-inclusion.pdf?indicators=no/thing").status_code == 404
    assert asked("digital-inclusion.pdf?sections=nothing").status_code == 400


def test_a_section_that_the_pack_lacks_is_named_by_the_file_and_on_the_page(asked, opened):
    refused = asked("digital-inclusion.pdf?sections=summary,framework")
    assert refused.status_code == 400
    lacking = "This pack has no section “framework”; it has: brief, theme, map, summary, places, profile."
    assert lacking in refused.get_data(as_text=True)
    _, page = opened("?brief=digital-inclusion&sections=map,framework")
    assert f"Not in this pack: {SECTION_KINDS['framework'].title}." in words(page)
    assert all("sections=map" in href and "framework" not in href for href in links(page))


def test_the_preview_has_every_page_as_a_picture_in_the_order_asked_for(asked):
    asked_for = "place=E47000006&sections=brief"
    assert asked(f"mayor-monthly.pages?{asked_for}").get_json() == {"pages": 2}
    page = asked(f"mayor-monthly.page?{asked_for}&number=2&record=commit%207")
    assert (page.mimetype, page.data[:4]) == ("image/png", b"\x89PNG")
    for number in ("0", "3", "x", "9" * 400):
        assert asked(f"mayor-monthly.page?{asked_for}&number={number}").status_code == 404


@pytest.mark.parametrize("ending", ["pdf", "pages", "page"])
def test_a_pack_about_a_place_of_another_kind_is_refused_in_a_sentence(asked, ending):
    answer = asked(f"mayor-monthly.{ending}?place=E08000003")
    assert answer.status_code == 400
    assert "is about a region, and Manchester is none; choose another place" in answer.text


def test_all_districts_come_as_one_zip_and_each_is_told_as_it_is_made(asked):
    *told, last = asked(
        "district-profile.progress?place=E47000006&sections=summary&format=html"
    ).data.splitlines()
    assert [orjson.loads(line)["what"] for line in told][:2] == ["Darlington", "Hartlepool"]
    assert {orjson.loads(line)["of"] for line in told} == {6}
    file = orjson.loads(last)
    assert file["name"].startswith("Tees Valley, district leader's profile, every district, ")
    assert file["type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(file["data"]))) as packs:
        assert [name.split(",")[0] for name in packs.namelist()] == [
            "Darlington", "Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees",
        ]  # fmt: skip
        assert b"District leader" in packs.read(packs.namelist()[0])
    assert asked("mayor-monthly.pdf?place=districts").status_code == 404


class Recorded(NothingRecorded):
    """A record in some state."""

    def __init__(self, state):
        self.state = state

    def stamp(self):
        return self.state


def test_the_preview_is_asked_for_anew_once_something_is_recorded(site):
    def preview(state):
        own = replace(site, record=Recorded(state))
        address = addresses.read(own, [packs.PAGE], "/packs", "?brief=digital-inclusion")
        drawn = str(packs.parts(own, address).children["pack"])
        return re.search(r"/pack/digital-inclusion\.pages\?[^'\"]*", drawn)[0]

    assert preview("commit 7").endswith("&record=commit%207")
    assert preview("commit 8") != preview("commit 7")


@pytest.mark.parametrize("kind", SECTION_KINDS)
def test_a_pack_of_any_kind_of_section_says_what_it_holds(site, kind):
    sections = (SectionRequest(kind),)
    brief = replace(ready_briefs(Settings().briefs)["mayor-monthly"], sections=sections)
    address = addresses.read(site, [packs.PAGE], "/packs", "")
    told = words(outline(site, "mayor-monthly", "", brief, address))
    assert SECTION_KINDS[kind].about in told or kind == "notes"
