"""Every number in every format equals the published one: against the indicators' SQL run on its own."""

from functools import partial

import pytest

from dashboard.packs.brief import ready_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.settings import Settings
from tests.packs.content.formats import check
from tests.packs.reading import pdf_pages

LONG_NAME = "E07000012"  # South Cambridgeshire in Cambridgeshire and Peterborough: wide columns, a county
REGIONS = {"E47000001": "E08000001", "E47000007": "E08000025", "E47000008": "E07000008"}
FIRST = ("digital-inclusion", "E47000001", True)  # with its annex: every kind of section
SWEEP = [
    pytest.param(
        name,
        region if brief.place == "region" else district,
        annex,
        id=f"{name}-{region}{'-annex' if annex else ''}",
        marks=pytest.mark.soak if annex else pytest.mark.full,
    )
    for name, brief in ready_briefs(Settings().briefs).items()
    for region, district in REGIONS.items()
    for annex in (False, True)
    if (name, region, annex) != FIRST
]


def test_every_number_of_a_pack_is_the_published_one(service, pack_of, file_of):
    check(pack_of(*FIRST), service.site("office"), lambda ending: file_of(*FIRST[:2], ending, annex=True))


def test_every_number_of_a_public_pack_is_the_published_one(service):
    site = service.site("public")
    pack = service.pack(
        service.brief("public-summary").only({"summary", "places"}), site.geography["E47000008"]
    )
    check(pack, site, lambda ending: PACK_FORMATS[ending].write(pack))


@pytest.mark.full
@pytest.mark.parametrize(("name", "code", "annex"), SWEEP)
def test_every_number_of_every_ready_pack_is_the_published_one(service, pack_of, file_of, name, code, annex):
    pack = pack_of(name, code, annex)
    check(pack, service.site(pack.audience), partial(file_of, name, code, annex=annex))


@pytest.mark.full
@pytest.mark.parametrize(("name", "code", "annex"), [*SWEEP, ("district-profile", LONG_NAME, True)])
def test_a_ready_pack_begins_with_its_brief_and_no_page_holds_only_the_end_of_the_one_before(
    pack_of, file_of, name, code, annex
):
    sections = pack_of(name, code, annex).sections
    assert sections[0].kind == "brief"
    assert all(section.title and section.kicker for section in sections)
    pages = pdf_pages(file_of(name, code, "pdf", annex))
    short = [number for number, words in enumerate(pages, 1) if len(words.split()) < 70]
    assert not short, f"pages {short} are nearly empty"
