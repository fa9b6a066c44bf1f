"""Adding a region takes one file and no Python: three districts are a region on every page, map and file."""

import shutil

import pytest
from flask import Flask

from dashboard.address import address as addresses
from dashboard.build.datastores import build
from dashboard.charts.map_geometry import geometry
from dashboard.components.frame.shell import frame
from dashboard.packs.brief import ready_briefs
from dashboard.packs.compose import compose
from dashboard.pages import pages_for
from dashboard.settings import ROOT, Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.pages.testshire import words

pytestmark = pytest.mark.full

OURS = "our-travel-to-work-area"
DISTRICTS = ("E08000003", "E08000006", "E08000009")  # Manchester, Salford, Trafford
BUILT = ("people/population.sql", "people/deprivation_score.sql", "housing/[ab]*.sql")  # each takes time
FILE = f"""
name      = "Our travel-to-work area"
kind      = "travel-to-work area"
districts = {list(DISTRICTS)}
"""


@pytest.fixture(scope="module")
def keeper(tmp_path_factory):
    """The public view over the built-in figures, built anew with one more file in data/regions."""
    data = tmp_path_factory.mktemp("data")
    for name in ("sources", "assets", "briefs", "needs.toml"):
        (data / name).symlink_to(ROOT / "data" / name)
    (data / "public").mkdir()
    for path in (ROOT / "data" / "public").glob("*.*"):
        if path.suffix in (".parquet", ".json"):
            (data / "public" / path.name).symlink_to(path)
    shutil.copytree(ROOT / "data" / "regions", data / "regions")
    (data / "regions" / f"{OURS}.toml").write_text(FILE, "utf-8")
    for path in (path for pattern in BUILT for path in (ROOT / "queries").glob(pattern)):
        (data / "queries" / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, data / "queries" / path.parent.name)
    settings = Settings(data=data, audience="public", region=OURS, queries=data / "queries")
    build(settings, say=lambda text: None, audiences=("public",))
    return SiteKeeper(settings)


@pytest.fixture(scope="module")
def site(keeper):
    return keeper.current()


@pytest.fixture(scope="module")
def client(keeper):
    return create_app(keeper).server.test_client()


def test_its_people_are_those_of_its_districts(site):
    people = site.observations(site.indicators["people/population"])
    parts = [people.latest(code).value for code in DISTRICTS]
    ours = people.latest(OURS)
    assert (ours.value, ours.status) == (sum(parts), "derived")
    assert people.latest("E08000003").value == 589_670


def test_every_page_is_about_it(site):
    for path in ("/", "/theme/housing", "/indicator/people/population", "/neighbourhoods", "/compare"):
        address = addresses.read(site, pages_for("public"), path, "")
        assert "Our travel-to-work area" in words(address.page.layout(site, address)), path
    with Flask("frame").test_request_context("/"):
        first = addresses.read(site, pages_for("public"), "/", "")
        assert "See how your area is doing" in words(frame(site, first, []))
    address = addresses.read(site, pages_for("public"), "/place/E08000006", "")
    assert address.region.code == OURS
    assert "in the Greater Manchester combined authority" in words(address.page.layout(site, address))


def test_its_maps_hold_its_neighbourhoods(site):
    region = site.geography[OURS]
    for level in ("district", "ward", "msoa", "lsoa"):
        drawn = {area[0] for area in geometry(site, region, level)["areas"]}
        assert drawn == {area.code for area in site.geography.members(OURS, level)}
    assert len(site.geography.members(OURS, "ward")) == 32 + 20 + 21


def test_its_pack_its_files_and_the_api_have_it(site, client):
    pack = compose(site, ready_briefs(Settings().briefs)["public-summary"], site.geography[OURS])
    assert pack.place.name == "Our travel-to-work area"
    assert OURS in client.get(f"/download/people/population.csv?region={OURS}").get_data(as_text=True)
    answer = client.get(f"/api/v1/indicators/people/population/observations?area={OURS}&period=latest").json
    assert [row["area_code"] for row in answer["items"]] == [OURS]
    assert client.get(f"/maps/{OURS}/lsoa.json").status_code == 200


def test_it_stands_beside_the_city_regions_and_moves_none_of_them(site):
    """It is no city region: it is not ranked among them, and nothing is calibrated on it."""
    assert len(site.geography.regions) == 21
    assert site.geography.regions[-1].code == OURS
    assert site.geography.region_of("E08000003").code == "E47000001"
    assert site.store.rows("SELECT count(*) FROM projections WHERE area_code = ?", [OURS]) == [(0,)]
