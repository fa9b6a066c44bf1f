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


def test_no_address_that_we_lead_to_holds_a_session_or_a_secret(server):
    page = server.test_client().get("/").text
    assert not [word for word in ("token=", "session=", "secret=", "code=", "password") if word in page]
