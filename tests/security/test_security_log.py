"""The security log: one line of JSON for each thing, without a character that a terminal acts on."""

import json
import logging
from types import SimpleNamespace

import pytest
from flask import Flask, g

from dashboard.settings import Settings
from dashboard.signin.gate import guard
from dashboard.signin.person import Person, require
from dashboard.signin.security_log import log_event
from dashboard.web.logs import JsonLines
from dashboard.web.packs import files
from dashboard.web.rate_limit import limit_rates
from dashboard.web.same_origin import require_same_origin
from dashboard.web.writing import record, record_answers


def line(message: str) -> str:
    return JsonLines().format(logging.LogRecord("x", logging.INFO, "", 0, message, (), None))


@pytest.mark.parametrize(
    "bad", ["\n", "\r", "\x00", "\x1b[2J", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\ud800", "\ufeff"]
)
def test_a_line_is_one_line_and_says_what_was_sent(bad):
    written = line(f"a{bad}b")
    assert written.isprintable()
    assert written.encode()
    assert json.loads(written)["message"] == f"a{bad}b"


def test_letters_of_every_language_stay_readable():
    assert "Łódź, Caernarfŵn" in line("Łódź, Caernarfŵn")


@pytest.fixture
def asked(caplog):
    """Within a request of an editor; the lines of the security log, as (what, fields)."""
    caplog.set_level(logging.INFO, "dashboard.security")
    with Flask("here").test_request_context("/record/decision", environ_base={"REMOTE_ADDR": "192.0.2.1"}):
        g.person = Person("00u1", "Ada", "editor")
        yield lambda: [(item.message, item.fields) for item in caplog.records]


def test_a_right_that_is_refused_is_told_with_who_asked(asked):
    with pytest.raises(Exception, match="editor"):
        require("publish")
    who = {"client": "192.0.2.1", "path": "/record/decision", "subject": "00u1", "role": "editor"}
    assert asked() == [("right refused", who | {"right": "publish"})]


def test_a_right_that_is_used_is_told(asked):
    log_event("published", Person("p", "Pat", "publisher"), thing="decision/1/2")
    assert asked()[0][1]["thing"] == "decision/1/2"


def test_a_line_says_where_from_and_what_for_and_of_long_words_the_beginning(caplog):
    caplog.set_level(logging.INFO, "dashboard.security")
    asked = {"path": f"/{'p' * 200}", "environ_overrides": {"REMOTE_ADDR": None}}
    with Flask("here").test_request_context(**asked):
        log_event("refused", because="b" * 601)
    (line,) = caplog.records
    assert line.fields == {"client": "", "path": f"/{'p' * 199}", "because": "b" * 600}


HERE = {"Origin": "https://evil.example"}


@pytest.mark.parametrize(("audience", "who"), [("office", {"client": "127.0.0.1"}), ("public", {})])
def test_a_form_of_another_site_is_told_and_in_public_not_who_sent_it(audience, who, caplog):
    caplog.set_level(logging.INFO, "dashboard.security")
    server = Flask("here")
    guard(server, Settings(audience=audience))
    server.add_url_rule("/questions", "form", lambda: require_same_origin() or "taken", methods=["POST"])
    assert server.test_client().post("/questions", headers=HERE).status_code == 403
    assert server.test_client().post("/questions").status_code == 200
    said = [(item.message, item.fields) for item in caplog.records]
    assert said == [("refused: another site", who | {"path": "/questions", "origin": "https://evil.example"})]


def test_the_example_is_told_when_it_is_loaded_and_when_it_is_removed(asked, monkeypatch):
    g.person = Person("p", "Pat", "publisher")
    kept = SimpleNamespace(begin=lambda: None, remove=lambda: None)
    office = SimpleNamespace(example=kept, real_record=SimpleNamespace(size=lambda: 0))
    monkeypatch.setattr(record_answers, "office_record", lambda site: office)
    monkeypatch.setattr(record_answers, "fill", lambda *_: None)
    monkeypatch.setattr(record_answers, "where", lambda *_: "")
    for what in ("load", "remove"):
        record_answers.example(None, SimpleNamespace(code="E47000001"), (), what)
    assert [(what, fields["subject"]) for what, fields in asked()] == [
        ("loaded the example", "p"),
        ("removed the example", "p"),
    ]


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A client of an office that has one decision and one pack, neither of which is worked out."""
    site = SimpleNamespace(settings=Settings(data=tmp_path))
    keeper = SimpleNamespace(current=lambda: site, use_record=lambda kept: None)
    server = Flask("office")
    limit_rates(server, proxied=False)
    record.register(server, keeper, ())
    files.register(server, keeper)
    pack = files.PackRequest(lambda progress: b"pack", "pack.pdf", "application/pdf")
    decision = SimpleNamespace(id="d1", version=3)
    monkeypatch.setattr(record, "office_record", lambda site: SimpleNamespace(shown_record=None))
    monkeypatch.setattr(record_answers, "known", lambda *_: decision)
    monkeypatch.setattr(record, "decision_file", lambda *_: "made")
    monkeypatch.setattr(files, "_order", lambda *_: pack)
    return server.test_client()


@pytest.mark.parametrize(
    ("path", "event", "thing"),
    [
        ("/record/decision/d1.html", "exported a decision", "decision/d1/3"),
        ("/pack/mayor-monthly.pdf", "made a pack", "pack.pdf"),
        ("/pack/mayor-monthly.progress", "made a pack", "pack.pdf"),
    ],
)
def test_what_is_taken_out_of_the_office_is_told(office, caplog, path, event, thing):
    caplog.set_level(logging.INFO, "dashboard.security")
    assert office.get(path).status_code == 200
    assert [(item.message, item.fields["thing"]) for item in caplog.records] == [(event, thing)]
