"""Every page, map, file and pack opens for each of the twenty regions: nothing broken, nothing silent."""

import csv
import io
import re
from html import unescape

import pytest

from dashboard.address import address as addresses
from dashboard.catalogue.regions import load_regions
from dashboard.charts.map_geometry import geometry
from dashboard.packs.brief import ready_briefs
from dashboard.packs.compose import compose
from dashboard.pages import pages_for
from dashboard.settings import ROOT, Settings
from tests.pages.testshire import words

REGIONS = {region.code: region for region in load_regions(ROOT / "data" / "regions")}
INDICATORS = (
    "employment/employment_rate",  # a survey, published for the older regions
    "people/population",  # a sum
    "transport/bus_journeys",  # counted by upper-tier authorities
    "skills/attainment_8",  # upper-tier authorities only
    "people/crime",  # neighbourhoods only
    "economy/guest_nights",  # monthly
)
MISPRINTS = re.compile(r"\bNone\b(?! of| in| for [0-9A-Z]|:)|\b(nan|NaN|undefined|inf)\b|\{\w*\}|\(\)")
PUBLISHER = "Greater Manchester Combined Authority"  # of the Digital Exclusion Risk Index of all England

AT_ONCE = 3  # in `make test` each region opens every third address, another third than the region before
each_region = pytest.mark.parametrize("code", REGIONS)
every_third = [
    pytest.param(AT_ONCE, marks=pytest.mark.full, id="a third"),
    pytest.param(1, marks=pytest.mark.soak, id="all"),
]
full = pytest.mark.full


def paths(site, code):
    """Address of every kind of page about the region: path and query."""
    yield from ("/", "/compare", "/priority", "/commuting", "/events", "/skills-pipeline", "/packs", "/audit")
    yield from (f"/theme/{theme}" for theme in site.themes)
    yield from (f"/indicator/{name}" for name in INDICATORS)
    yield from (f"/neighbourhoods?level={level}" for level in ("lsoa", "msoa", "ward"))
    yield from (f"/place/{place.code}" for place in site.geography.places(code))


def empty_parts(component):
    """What each part that holds nothing says in its place."""
    if isinstance(component, (list, tuple)):
        for child in component:
            yield from empty_parts(child)
    elif hasattr(component, "to_plotly_json"):
        if "empty" in (getattr(component, "className", None) or "").split():
            yield words(component)
        yield from empty_parts(getattr(component, "children", None))


def in_turn(items, code, step):
    """Every `step`th of `items`; the region after `code` begins at the next, so that none is left out."""
    return list(items)[list(REGIONS).index(code) % step :: step]


@each_region
@pytest.mark.parametrize("step", every_third)
def test_every_page_opens_and_what_is_empty_says_why(site, code, step):
    pages = pages_for("office")
    for path in in_turn(paths(site, code), code, step):
        name, _, query = path.partition("?")
        address = addresses.read(site, pages, name, f"?region={code}&{query}".rstrip("&"))
        layout = address.page.layout(site, address)
        text = words(layout)
        assert len(text) > 200, path
        assert not MISPRINTS.search(text), f"{path}: {MISPRINTS.search(text)}"
        for said in empty_parts(layout):
            assert len(said) > 15, f"{path}: {said!r} gives no reason"


@full
@each_region
def test_every_map_draws_all_places_of_the_region(site, code):
    region = site.geography[code]
    for level in ("district", "ward", "msoa", "lsoa"):
        document = geometry(site, region, level)
        drawn = {area[0] for area in document["areas"]}
        assert drawn == {area.code for area in site.geography.members(code, level)}, level
        assert len(document["outline"]) == len(site.geography.members(code))


@pytest.mark.parametrize(
    "code",
    [pytest.param(c, marks=full if at % AT_ONCE == 2 else pytest.mark.soak) for at, c in enumerate(REGIONS)],
)  # London, counties, with and without a mayor
def test_a_ready_pack_is_made(site, code):
    pack = compose(site, ready_briefs(Settings().briefs)["mayor-monthly"], site.geography[code])
    assert (pack.title == "Mayor’s brief") == bool(REGIONS[code].mayor)
    assert ("mayor" in pack.handling) == bool(REGIONS[code].mayor)
    assert {section.kind for section in pack.sections} >= {"brief", "theme", "places", "map", "notes"}
    assert all(section.title for section in pack.sections)


@full
@each_region
def test_the_api_and_the_files_give_the_region_and_its_districts(site, client, code):
    wanted = {code, *(area.code for area in site.geography.members(code))}
    answer = client.get(f"/api/v1/indicators/people/population/observations?within={code}&period=latest")
    assert {row["area_code"] for row in answer.json["items"]} >= wanted
    file = client.get(f"/download/people/population.csv?region={code}")
    rows = csv.reader(io.StringIO(unescape(file.get_data(as_text=True))))
    assert wanted <= {cell for row in rows for cell in row[:1]}
    assert client.get(f"/audit.json?region={code}").json["region"]["code"] == code


@full
@each_region
def test_a_mayor_is_named_only_where_one_was_elected(site, public_site, code):
    """On the pages that speak of who decides."""
    offices = (
        "/",
        "/packs",
        "/packs/schedule",
        f"/place/{site.geography.members(code)[0].code}",
    )
    for shown, path in (*((site, path) for path in offices), (public_site, "/privacy"), (public_site, "/")):
        address = addresses.read(shown, pages_for(shown.settings.audience), path, f"?region={code}")
        text = words(address.page.layout(shown, address)).replace(
            "North East Mayoral Strategic Authority", ""
        )
        text = text.replace(PUBLISHER, "")
        if not REGIONS[code].mayor:
            assert "the mayor" not in text.lower().replace("elected mayor", ""), path
            assert "Mayor’s" not in text, path
        if code == "E12000007":
            assert "combined authority" not in text.lower(), path
