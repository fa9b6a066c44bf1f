"""The door before figures under embargo: the list is read at each request, each access is kept first."""

import json
import os
import stat
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask, g, request

from dashboard.settings import PRERELEASE_MARK, Settings
from dashboard.settings.prerelease import folder_of
from dashboard.signin.person import Person
from dashboard.web import embargo

LISTED = '[[people]]\nsubject = "s-1"\nname = "Ada"\n'


@pytest.fixture
def door(tmp_path):
    """A client of a door with that list, asked by whoever the header names; and its folder."""
    (tmp_path / "list.toml").write_text(LISTED)
    server = Flask("door")

    @server.before_request
    def who():
        g.person = Person(request.headers.get("X-Who", "s-1"), "Ada", "publisher")

    embargo.admit_named(server, Settings(data=tmp_path, prerelease=tmp_path / "list.toml"))
    for path in ("/", "/page", "/assets/<name>", "/_dash-component-suites/<name>", "/health", "/assets"):
        server.add_url_rule(path, path, lambda name="": "30.7", methods=["GET", "POST"])
    return server.test_client(), tmp_path


def kept(folder):
    path = folder / embargo.ACCESSES
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def test_without_a_list_there_is_no_door(tmp_path):
    server = Flask("door")
    embargo.admit_named(server, Settings(data=tmp_path))
    assert server.before_request_funcs == {}


def test_who_is_listed_is_let_in_and_who_is_not_is_refused_and_both_are_kept(door):
    client, folder = door
    assert client.get("/page?a=b").status_code == 200
    refused = client.get("/page", headers={"X-Who": "s-2"})
    assert (refused.status_code, "30.7" in refused.text) == (403, False)
    listed, seen, not_seen = kept(folder)
    assert listed["list"] == {"s-1": "Ada"}
    assert datetime.fromisoformat(seen["time"]).utcoffset() == timedelta(0)
    told = {
        "subject": "s-1",
        "name": "Ada",
        "allowed": True,
        "method": "GET",
        "asked": "/page?a=b",
        "sent": "",
    }
    assert {name: seen[name] for name in told} == told
    assert (not_seen["subject"], not_seen["allowed"]) == ("s-2", False)
    assert stat.S_IMODE((folder / embargo.ACCESSES).stat().st_mode) == 0o600


def test_a_change_of_the_list_counts_at_once_and_is_kept_once(door):
    client, folder = door
    assert [client.get("/page").status_code for _ in range(2)] == [200, 200]
    (folder / "list.toml").write_text("")
    assert [client.get("/page").status_code for _ in range(2)] == [403, 403]
    assert [entry["list"] for entry in kept(folder) if "list" in entry] == [{"s-1": "Ada"}, {}]


@pytest.mark.parametrize("path", ["/assets/app.css", "/_dash-component-suites/a.js", "/health"])
def test_what_is_the_same_for_everybody_is_open_and_not_kept(door, path):
    client, folder = door
    assert client.get(path, headers={"X-Who": "s-2"}).status_code == 200
    assert kept(folder) == []


@pytest.mark.parametrize("path", ["/", "/assets"])
def test_nothing_else_is(door, path):
    assert door[0].get(path, headers={"X-Who": "s-2"}).status_code == 403


def test_of_what_is_sent_a_sentence_is_kept_and_of_a_file_nothing(door):
    client, folder = door
    client.post("/page", data=b"\xffa" + b"b" * 600, content_type="application/json")
    client.post("/page", data={"file": (BytesIO(b"theirs"), "a.txt")})
    client.get("/page?" + "c" * 600)
    sent, file, long = kept(folder)[1:]
    assert (sent["sent"], sent["method"]) == ("\ufffda" + "b" * 498, "POST")
    assert (file["sent"], "theirs" in json.dumps(file)) == ("", False)
    assert len(long["asked"]) == 500


def test_what_was_sent_reaches_the_page_too(door):
    client, _ = door
    client.application.add_url_rule("/form", "form", lambda: request.get_data(), methods=["POST"])
    assert client.post("/form", data=b"a" * 600, content_type="text/plain").data == b"a" * 600


def test_each_access_is_on_the_disk_before_the_answer_and_its_file_is_closed(door, monkeypatch):
    client, _ = door
    files, shut = [], []
    close = os.close
    monkeypatch.setattr(embargo.os, "fsync", files.append)
    monkeypatch.setattr(embargo.os, "close", lambda file: (shut.append(file), close(file)))
    client.get("/page")
    assert len(files) == 2  # the list, then who asked
    assert shut == files


def test_where_an_access_cannot_be_kept_nothing_is_shown(door):
    client, folder = door
    (folder / embargo.ACCESSES).mkdir()
    answer = client.get("/page")
    assert (answer.status_code, "30.7" in answer.text) == (503, False)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (LISTED, {"s-1": "Ada"}),
        ("\ufeff" + LISTED, {"s-1": "Ada"}),
        (LISTED.replace('"s-1"', "7"), {"7": "Ada"}),
        ("[[people", {}),
        ("people = 7", {}),
        ('[[people]]\nname = "Ada"\n', {}),
        ("other = 1", {}),
    ],
)
def test_a_list_is_read_or_admits_nobody(tmp_path, text, people):
    (tmp_path / "list.toml").write_text(text, "utf-8")
    assert embargo.read_access_list(tmp_path / "list.toml") == people
    assert embargo.read_access_list(tmp_path / "none.toml") == {}


def test_the_folder_is_marked_this_accounts_alone_and_has_the_regions_of_the_one_beside(tmp_path):
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "a.toml").write_text("x")
    made = folder_of(tmp_path)
    assert (made, made.name) == (tmp_path / "prerelease", "prerelease")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert (made / PRERELEASE_MARK).exists()
    assert (made / "regions" / "a.toml").read_text() == "x"
    assert folder_of(tmp_path) == made  # again
    assert folder_of(made) == made  # it is such a folder itself


def test_where_no_link_can_be_made_the_regions_are_copied(tmp_path, monkeypatch):
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "a.toml").write_text("x")

    def refused(*_):
        raise OSError("links are for administrators")

    monkeypatch.setattr("pathlib.Path.symlink_to", refused)
    assert (folder_of(tmp_path) / "regions" / "a.toml").read_text() == "x"
