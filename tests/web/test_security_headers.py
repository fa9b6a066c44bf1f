"""What every answer says to the browser about what it may do."""

import re

import pytest

from dashboard.web.security_headers import digest

pytestmark = pytest.mark.core

PLACES = [
    "/",
    "/health",
    "/assets/app.css",
    "/download/employment/employment_rate.csv",
    "/nowhere",
    "/place/E9",
]


@pytest.fixture(scope="module")
def client(office_wsgi):
    return office_wsgi.test_client()


@pytest.mark.parametrize("path", PLACES)
def test_every_answer_forbids_sniffing_and_leaking_addresses(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_a_document_runs_only_our_scripts_and_stands_in_no_frame(client, path):
    policy = client.get(path).headers["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "object-src 'none'" in policy


@pytest.mark.parametrize("path", ["/health", "/assets/app.css", "/download/employment/employment_rate.csv"])
def test_of_a_file_that_is_opened_by_itself_nothing_runs_and_no_site_frames_it(client, path):
    policy = client.get(path).headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "frame-ancestors 'none'"} <= {*policy}
    assert not [part for part in policy if part.startswith("script-src")]


def test_text_written_as_markup_is_reported_in_a_page_and_refused_in_a_frame(client, wsgi):
    page = client.get("/").headers
    assert page["Content-Security-Policy-Report-Only"] == "require-trusted-types-for 'script'"
    frame = wsgi.test_client().get("/embed/employment/employment_rate").headers
    assert "require-trusted-types-for 'script'" in frame["Content-Security-Policy"]


def test_transport_security_is_asked_for_behind_tls_only(client):
    assert "Strict-Transport-Security" not in client.get("/health").headers
    assert "max-age" in client.get("/health", base_url="https://x").headers["Strict-Transport-Security"]


def test_every_inline_script_of_a_document_is_one_that_may_run(client):
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    scripts = [
        text
        for kind, text in re.findall(r"<script([^>]*)>(.+?)</script>", answer.text, re.DOTALL)
        if "src=" not in kind and "application/json" not in kind
    ]
    assert scripts
    for script in scripts:
        assert f" '{digest(script)}'" in policy


DATA = [
    "/api/v1/indicators",
    "/download/employment/employment_rate.csv",
    pytest.param("/catalogue.jsonld", marks=pytest.mark.full),
    "/maps/x/y.json",
]


@pytest.mark.parametrize("path", DATA)
def test_scripts_of_other_sites_may_read_the_public_data_and_nothing_of_the_office(wsgi, client, path):
    elsewhere = {"Origin": "https://elsewhere.example"}
    public = wsgi.test_client()
    assert public.get(path, headers=elsewhere).headers["Access-Control-Allow-Origin"] == "*"
    assert public.options(path).headers["Access-Control-Allow-Headers"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get(path, headers=elsewhere).headers


def test_scripts_of_other_sites_may_read_why_they_are_refused(wsgi):
    answer = wsgi.test_client().get("/download/employment/nothing.csv", headers={"Accept": "*/*"})
    assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (404, "*")


def test_the_public_pages_are_not_for_scripts_of_other_sites(wsgi):
    assert "Access-Control-Allow-Origin" not in wsgi.test_client().get("/").headers
