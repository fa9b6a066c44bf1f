"""The security log: one line of JSON for each thing, without a character that a terminal acts on."""

import json
import logging

import pytest
from flask import Flask, g

from dashboard.signin.person import Person, require
from dashboard.signin.security_log import log_event
from dashboard.web.logs import JsonLines


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
