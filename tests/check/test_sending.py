"""Sending a draft to the office's process: what comes back, what is refused, and that nothing is kept."""

import io
import re
import tempfile

import pytest

from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app

HERE = {"Host": "localhost", "Accept": "text/html"}
RIGHT = "The employment rate in Bolton was 65.6% in 2023."
WRONG = "The employment rate in Bolton was 66.6% in 2023."


@pytest.fixture(scope="module")
def office(built_in):
    """A client of the office's process, from this machine."""
    return create_app(SiteKeeper(Settings(data=built_in))).server.test_client()


def send(office, headers=HERE, **fields):
    """What the form answers."""
    return office.post(
        "/check?region=E47000001",
        data={"region": "E47000001", **fields},
        content_type="multipart/form-data",
        headers=headers,
    )


def test_the_page_answers_with_the_marks_the_sentence_of_ours_and_the_form_again(office):
    answer = send(office, text=WRONG)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert "Contradicted: 66.6%" in answer.text
    assert "Employment rate, Bolton: 65.6% in 2023" in answer.text
    page = re.search(r"/indicator/employment/employment_rate\?[^\"]+", answer.text)[0].replace("&amp;", "&")
    assert office.get(page, headers=HERE).status_code == 200
    assert 'id="check-text"' in answer.text


def test_the_result_is_a_file_that_needs_nothing_else(office):
    answer = send(office, text=WRONG, **{"as": "file"})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert 'href="http://localhost/indicator/employment/employment_rate?' in answer.text
    assert not re.search(r"<(?:script|link|img|iframe)\b", answer.text)


def test_programs_get_the_marks_as_json(office):
    (mark,) = send(office, HERE | {"Accept": "application/json"}, text=RIGHT).get_json()["marks"]
    assert (mark["text"], mark["state"]) == ("65.6%", "right")


def test_what_is_sent_is_never_markup_and_never_on_disk(office, monkeypatch):
    monkeypatch.setattr(tempfile, "TemporaryFile", _never)
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", _never)
    long = f"{RIGHT}\n\n<script>alert(1)</script>\n".encode() + b" " * 1_000_000
    answer = send(office, file=(io.BytesIO(long), '<b>"x".txt'))
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<b>" not in answer.text
    assert "Right: 65.6%" in answer.text


def _never(*given, **_):
    raise AssertionError("a draft was put on disk")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "  "}, "Paste a text"),
        ({"file": (io.BytesIO(b"MZ\x90\0\xff"), "a.docx")}, "no document"),
        ({"text": "x " * 400_000}, "too long"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_page(office, fields, said):
    answer = send(office, **fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert 'id="check-file"' in answer.text


def test_another_sites_form_another_kind_and_too_much_are_refused(office):
    assert send(office, HERE | {"Sec-Fetch-Site": "cross-site"}, text=RIGHT).status_code == 403
    assert office.post("/check", data={"text": RIGHT}, headers=HERE).status_code == 415
    broken = "multipart/form-data; boundary=a"
    assert office.post("/check", data=b"--b\r\n", content_type=broken, headers=HERE).status_code in (400, 422)
    assert send(office, text="x" * 3_000_000).status_code == 413


def test_the_public_process_has_no_such_page_and_takes_no_draft(client):
    assert client.get("/check").status_code == 404
    answer = client.post("/check", data={"text": RIGHT}, content_type="multipart/form-data")
    assert answer.status_code in (404, 405)
    assert "Check a draft" not in client.get("/search?q=check+a+draft").text


def test_a_view_that_records_who_asks_what_keeps_nothing_of_a_draft(tmp_path):
    from flask import Flask

    from dashboard.web.embargo import ACCESSES, admit_named

    (tmp_path / "list.toml").write_text('[[people]]\nsubject = ""\nname = "Ada"\n')
    server = Flask("before")
    admit_named(server, Settings(data=tmp_path, prerelease=tmp_path / "list.toml"))
    server.post("/check")(lambda: "seen")
    answer = server.test_client().post("/check", data={"text": WRONG}, content_type="multipart/form-data")
    kept = (tmp_path / ACCESSES).read_text("utf-8")
    assert answer.status_code == 200
    assert '"/check?"' in kept
    assert "Bolton" not in kept
