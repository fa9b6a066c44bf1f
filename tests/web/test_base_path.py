"""The service below a path of another site: every address it gives leads back to it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.pages import pages_for
from dashboard.record.evidence import freeze
from dashboard.record.kinds import Evidence
from dashboard.record.store import Record
from dashboard.record.transfer import exported
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import link_into
from tests.callbacks import post_page
from tests.record.factories import decision

BASE = "/dashboard"


@pytest.fixture(scope="module")
def below(keeper):
    """A client of the public view under BASE, as a proxy that takes the path off asks it."""
    return create_app(SiteKeeper(replace(keeper.current().settings, base=BASE))).server.test_client()


@pytest.mark.parametrize("path", ["/", "/theme/housing", "/place/E08000003", "/nowhere", "/data"])
def test_every_address_of_a_page_stands_below_it(below, path):
    text = below.get(path).text
    found = re.findall(r"(?:href|src|action)=(?:\"|&quot;)(/[^\"&]*)", text)
    assert len(found) > 1
    assert [each for each in found if not each.startswith(f"{BASE}/")] == []
    assert f"{BASE}{BASE}" not in text


def test_what_leaves_the_site_says_where_it_is_served(below):
    page = below.get("/indicator/employment/weekly_pay").text
    assert f'rel="canonical" href="http://localhost{BASE}/indicator/' in page
    assert f'property="og:image" content="http://localhost{BASE}/' in page
    assert page.count(f'&lt;iframe src="http://localhost{BASE}/embed/') == page.count("&lt;iframe") > 0
    assert f'&lt;iframe src="http://localhost{BASE}/embed/' in below.get("/about").text
    assert f"Sitemap: http://localhost{BASE}/sitemap.xml" in below.get("/robots.txt").text
    assert f"<loc>http://localhost{BASE}/data/" in below.get("/sitemap.xml").text


@pytest.mark.parametrize("path", ["/place/E08000003", f"{BASE}/place/E08000003"])
def test_a_proxy_may_take_the_path_off_or_not(below, path):
    assert "Manchester" in below.get(path).text


def test_a_page_asked_for_by_a_callback_is_known_below_the_path(below):
    answer = post_page(below, f"{BASE}/theme/housing")
    assert answer.status_code == 200
    assert f'"href":"{BASE}/' in answer.text


def test_scripts_styles_and_the_next_page_of_the_api_follow(below):
    assert f'"{BASE}/assets/vendor/plotly' in below.get("/assets/chart.js").text
    observations = below.get("/api/v1/indicators/people/crime/observations?level=lsoa&limit=2").json
    assert observations["next"].startswith(f"{BASE}/api/v1/")
    assert below.get("/api/v1/indicators?limit=2").headers["Link"].startswith(f"<{BASE}/api/v1/indicators?")
    assert f"; {BASE}/api/v1/openapi.json" in below.get("/api/v1/nothing").json["detail"]
    assert f"{BASE}/indicator/" in below.get("/catalogue.jsonld").text
    described = below.get("/download/employment/weekly_pay.csv").headers["Link"]
    assert described.startswith(f"<{BASE}/download/employment/weekly_pay.csv-metadata.json>")


def test_the_record_is_exported_as_it_is_anywhere_else(tmp_path):
    settings = replace(Settings(data=link_into(tmp_path)), base=BASE)
    record = Record.open(settings)
    seen = Evidence("/theme/employment?region=E47000001", "Employment", date(2026, 5, 1), "s")
    record.add("decision", "E47000001", decision(evidence=(seen,)), "Ann")
    answer = create_app(SiteKeeper(settings)).server.test_client().get("/record/export.json")
    assert answer.text == exported(record)


def test_a_view_is_kept_as_evidence_without_the_path(keeper):
    site = SiteKeeper(replace(keeper.current().settings, base=BASE)).current()
    kept = freeze(site, pages_for("public"), f"{BASE}/theme/housing?region=E47000003")
    assert kept.address.startswith("/theme/housing?region=E47000003")


@pytest.mark.parametrize(
    ("environment", "base"),
    [({}, ""), ({"BASE_PATH": "/a/b/"}, "/a/b"), ({"PUBLIC_ADDRESS": "https://x.example/dashboard"}, BASE)],
)
def test_the_path_is_a_setting(environment, base):
    assert Settings.from_environment(environment).base == base


@pytest.mark.parametrize("path", ["dashboard", "//x", "/a b", '/"><script>'])
def test_what_is_no_path_is_refused(path):
    with pytest.raises(InvalidSetting, match="give a path such as /dashboard"):
        Settings.from_environment({"BASE_PATH": path})
