"""Which ways of asking each address takes, and what kind of answer it says it gives."""

import pytest
from werkzeug.exceptions import MethodNotAllowed

from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app

pytestmark = pytest.mark.core
WRITES = ("/record/", "/sign-out", "/questions/", "/new-file/")
READS = {"/record/export.json", "/record/target/chart", "/record/decision/<record_id>.html"}


@pytest.fixture(scope="module")
def server(built_in):
    """The office's view, which has every address that there is."""
    return create_app(SiteKeeper(Settings(data=built_in))).server


def test_no_address_that_changes_something_is_asked_by_get(server):
    asked_by_get = {
        rule.rule
        for rule in server.url_map.iter_rules()
        if rule.rule.startswith(WRITES) and "GET" in rule.methods
    }
    assert asked_by_get <= READS


def test_no_address_takes_what_nobody_of_ours_sends(server):
    taken = {method for rule in server.url_map.iter_rules() for method in rule.methods}
    assert taken <= {"GET", "HEAD", "OPTIONS", "POST", "DELETE"}
    with pytest.raises(MethodNotAllowed):
        server.url_map.bind("localhost").match("/health", method="TRACE")


def test_a_folder_has_no_listing(server):
    client = server.test_client()
    for path in (
        "/assets/",
        "/assets/fonts/",
        "/download/",
        "/maps/",
        "/pack/",
        "/.git/config",
        "/data/public/",
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "Index of" not in answer.text


TYPES = {
    "/": "text/html; charset=utf-8",
    "/health": "application/json",
    "/assets/app.css": "text/css; charset=utf-8",
    "/assets/app.js": "text/javascript; charset=utf-8",
    "/download/employment/employment_rate.csv": "text/csv; charset=utf-8",
    "/download/employment/employment_rate.xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    "/download/employment/employment_rate.parquet": "application/vnd.apache.parquet",
    "/api/v1/indicators": "application/json",
    "/nowhere": "text/html; charset=utf-8",
}


def test_every_kind_of_answer_says_its_type_and_its_letters(server):
    client = server.test_client()
    assert {path: client.get(path).headers["Content-Type"] for path in TYPES} == TYPES


@pytest.mark.parametrize(
    "address",
    [
        "/?region=E47000001&region=E47000002",
        "/indicator/employment/employment_rate?as_of=2025-01-01&as_of=2026-01-01",
        "/api/v1/indicators/employment/employment_rate/observations?area=E47000001&area=E47000002",
        "/download/employment/employment_rate.csv?as_of=2025-01-01&as_of=2026-01-01",
        "/pack/mayor-monthly.html?place=E47000001&place=E47000002",
    ],
)
def test_a_parameter_that_is_given_twice_is_refused(server, address):
    answer = server.test_client().get(address)
    assert (answer.status_code, "once" in answer.text) == (400, True)
