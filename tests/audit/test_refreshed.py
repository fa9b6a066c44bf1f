"""How the last refresh ended is told to the office, with its age and what it set aside, and to no other."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from dashboard.audit.refreshed import refreshed
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import link_into

NOW = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)


def told(data, hours, **more):
    """A data folder in which a refresh has ended so many hours ago."""
    (data / "reports").mkdir(parents=True, exist_ok=True)
    at = (NOW - timedelta(hours=hours)).isoformat()
    (data / "reports" / "last.json").write_text(
        json.dumps({"at": at, "outcome": "published"} | more), "utf-8"
    )
    return data


@pytest.mark.parametrize(
    ("hours", "said", "late"),
    [
        (0.5, "less than an hour ago", False),
        (1, "1 hour ago", False),
        (7, "7 hours ago", False),
        (37, "37 hours ago", True),
        (72, "3 days ago", True),
    ],
)
def test_its_age_is_told_and_a_night_without_one_is_late(tmp_path, hours, said, late):
    found = refreshed(told(tmp_path, hours), {}, NOW)
    assert found.sentence == f"The last refresh ended as “published”, {said}."
    assert (found.aside, found.late) == ([], late)


def test_what_was_set_aside_and_what_is_not_shown_are_sentences(tmp_path):
    told(tmp_path, 2, outcome="refused in part", refused={"bins": "bins.csv, line 2: no rows"})
    found = refreshed(tmp_path, {"housing/rate": "queries/housing/rate.sql: its SELECT gives no row"}, NOW)
    assert found.aside == [
        "bins: bins.csv, line 2: no rows",
        "Not shown until it is mended: queries/housing/rate.sql: its SELECT gives no row",
    ]
    assert refreshed(tmp_path / "none", {}, NOW).sentence == "No refresh has been told of here."


@pytest.mark.full
def test_the_office_reads_it_on_its_audit_and_the_public_does_not(served, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    link_into(data)
    told(
        data,
        -(datetime.now(UTC) - NOW) / timedelta(hours=1) + 2,
        refused={"bins": "bins.csv, line 2: no rows"},
    )
    texts = {}
    for audience in ("office", "public"):
        server = create_app(SiteKeeper(replace(served, data=data, audience=audience))).server
        client = server.test_client()
        texts[audience] = unescape(client.get("/audit?region=E47000001").get_data(True))
        texts[f"{audience} first"] = unescape(client.get("/?region=E47000001").get_data(True))
    assert "2 hours ago" in texts["office"]
    assert "bins.csv, line 2: no rows" in texts["office"]
    assert "thing set aside by a refresh" in texts["office first"]
    assert "bins.csv" not in texts["public"] + texts["public first"]
