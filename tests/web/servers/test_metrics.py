"""Counting and logging of requests cost nothing where nobody asked for them."""

import json
import logging
import subprocess
import sys
from dataclasses import replace

import pytest

from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.conftest import ROOT


def test_without_a_token_there_is_no_such_address_and_the_library_is_not_loaded(client):
    assert client.get("/metrics").status_code == 404
    code = "import sys, dashboard.web.application; sys.exit('prometheus_client' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [({"METRICS_TOKEN": "short"}, "METRICS_TOKEN"), ({"ACCESS_LOG": "yes"}, "set it to on, to full")],
)
def test_a_setting_that_cannot_be_meant_is_named(given, said):
    with pytest.raises(InvalidSetting, match=said):
        Settings.from_environment(given)


def test_a_token_is_never_shown():
    assert "a-token-of-the-test" not in repr(
        Settings.from_environment({"METRICS_TOKEN": "a-token-of-the-test"})
    )


@pytest.mark.parametrize("kind", ["on", "full"])
def test_an_access_log_says_what_was_asked_and_only_in_full_by_whom(served, kind, caplog):
    server = create_app(SiteKeeper(replace(served, access_log=kind))).server
    with caplog.at_level(logging.INFO, "dashboard.access"):
        server.test_client().get("/health?q=my+words", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    (record,) = [record for record in caplog.records if record.name == "dashboard.access"]
    fields = record.fields
    assert (fields["method"], fields["path"], fields["status"]) == ("GET", "/health", 400) or fields[
        "status"
    ] == 200
    assert fields["seconds"] >= 0
    assert ("192.0.2.7" in json.dumps(fields)) is (kind == "full")
    assert ("my" in json.dumps(fields)) is (kind == "full")


def test_a_program_is_told_how_much_it_may_still_ask(wsgi):
    client, here = wsgi.test_client(), {"REMOTE_ADDR": "192.0.2.9"}
    said = [client.get("/api/v1/indicators", environ_base=here).headers for _ in range(2)]
    limit, left, reset = ([int(each[name]) for each in said] for name in
                          ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"))  # fmt: skip
    assert limit == [400, 400]
    assert 400 > left[0] >= left[1]
    assert 0 < reset[0] <= 60
    assert "RateLimit-Limit" not in client.get("/health", environ_base=here).headers
    assert "RateLimit-Limit" in said[0]["Access-Control-Expose-Headers"]


def test_the_metadata_of_a_file_names_who_publishes_it(client):
    said = client.get("/download/employment/employment_rate.csv-metadata.json").json
    assert said["dc:publisher"] == "Office for National Statistics"
