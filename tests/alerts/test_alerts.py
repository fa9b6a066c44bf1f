"""Alerts reach a real local mail server and a real local receiver, once, signed, and say nothing too much."""

import email
import json
import socket
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from aiosmtpd.controller import Controller

from dashboard.alerts import sending
from dashboard.alerts.channels import SENT_AT, SIGNATURE, NotSent, send_webhook, signature
from dashboard.alerts.delivery_state import DeliveryState, read, write
from dashboard.alerts.message import message
from dashboard.alerts.sending import _send, deliver, send_all
from dashboard.ingest.notice import notify
from dashboard.record.fields import Invalid
from dashboard.record.forms import alert as form
from dashboard.record.kinds import Alert
from dashboard.record.store import Record
from dashboard.record.versions import Author, RecordEntry
from dashboard.runtime.mail import Mail
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from tests.editions import revised_site
from tests.record.factories import decision
from tests.statements.conftest import BEECH, REGION

SECRET = "only the two of us know"  # noqa: S105 - of a test
BASE = "https://dashboard.example"
DAYS = date(2026, 11, 19), date(2026, 11, 20)


class Letters:
    """A mail server's box."""

    def __init__(self):
        self.kept = []

    async def handle_DATA(self, server, session, envelope):
        self.kept.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content)))
        return "250 kept"


@pytest.fixture
def letters():
    """A real SMTP server on this machine: what it was given, and the settings that lead to it."""
    box = Letters()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    box.mail = Mail("127.0.0.1", port, "dashboard@example.org", "none")
    yield box
    server.stop()


@pytest.fixture
def receiver():
    """A real HTTP server on this machine: `kept` are the bodies and headers, `status` what it answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.kept.append((body, dict(self.headers)))
            self.send_response(self.server.status)
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.kept, server.status = [], 204
    server.address = f"http://127.0.0.1:{server.server_port}/hook"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(given, indicators):
    return revised_site(given, indicators, Settings(region=REGION))


def asked(channel="email", to="a@example.org", about="", area_code=""):
    return Alert(channel, to, about, area_code)


def of(site, alert, told=(), days=DAYS):
    return message(site, site.geography[REGION], alert, *days, told)


def test_a_letter_tells_what_changed_with_the_address_of_its_evidence(site, letters):
    found = of(site, asked())
    deliver(replace(site.settings, mail=letters.mail), asked(), found)
    ((to, letter),) = letters.kept
    text = letter.get_payload(decode=True).decode()
    assert to == ["a@example.org"]
    assert letter["Subject"] == "Here: 1 change"
    assert "Output: figures were revised for 1 area" in text
    assert "Ash: £36.2 in 2020; it was £36.0." in text
    assert "/indicator/economy/gva_per_hour?region=E47000001" in text


def test_how_a_refresh_ended_reaches_the_mail_server_too(letters):
    told = {"at": "2026-11-29T02:00:00+00:00", "outcome": "refused in part", "refused": {"bins": "no rows"}}
    server = {"REFRESH_MAIL": "analyst@example.org", "SMTP_HOST": f"127.0.0.1:{letters.mail.port}"}
    assert notify(told, server) == []
    ((to, letter),) = letters.kept
    assert (to, letter["Subject"]) == (["analyst@example.org"], "Refresh: refused in part: bins")
    assert "bins: no rows" in letter.get_payload()
    (said,) = notify(told, server | {"SMTP_HOST": "127.0.0.1:1"})
    assert said.startswith("REFRESH_MAIL: no e-mail was sent (")


def test_a_webhook_is_signed_over_its_time_and_body(site, receiver):
    send_webhook(SECRET, receiver.address, of(site, asked()), BASE)
    ((body, headers),) = receiver.kept
    assert headers[SIGNATURE] == signature(SECRET, headers[SENT_AT], body)
    assert headers[SIGNATURE] != signature("another", headers[SENT_AT], body)
    assert json.loads(body)["changes"][0]["address"].startswith(BASE)


def test_a_webhook_that_leads_elsewhere_or_fails_is_not_followed(site, receiver):
    for status in (302, 500):
        receiver.status = status
        with pytest.raises(NotSent, match=f"the webhook answered {status}"):
            send_webhook(SECRET, receiver.address, of(site, asked()), BASE)
    assert len(receiver.kept) == 2
    with pytest.raises(NotSent, match="did not answer"):
        send_webhook(SECRET, "http://127.0.0.1:1/", of(site, asked()), BASE)


def test_nothing_is_sent_where_nothing_changed_or_all_was_told(site):
    found = of(site, asked())
    assert of(site, asked(), told=[item.key for item in found.items]) is None
    assert of(site, asked(area_code=BEECH)) is None
    assert of(site, asked(about="decisions")) is None
    assert of(site, asked(), days=(DAYS[1], date(2026, 11, 29))) is None


@pytest.mark.full
def test_an_alert_of_the_record_is_sent_once_and_what_failed_is_tried_again(built_in, tmp_path, letters):
    data = tmp_path / "data"
    data.mkdir()
    for entry in built_in.iterdir():
        if not entry.name.startswith("record."):
            (data / entry.name).symlink_to(entry)
    settings = Settings(data=data)
    record = Record.open(settings)
    record.add("alert", "E47000001", asked(about="decisions"), "A")
    record.add("decision", "E47000001", decision("Cap the fares"), "B")
    record.engine.dispose()
    said = []
    assert send_all(settings, said.append) == 1
    assert "no mail server is set" in said[0]
    assert "example.org" not in "".join(said)  # a log names nobody
    able = replace(settings, mail=letters.mail)
    assert send_all(able, said.append) == 0
    assert "Cap the fares" in letters.kept[0][1].get_payload(decode=True).decode()
    assert send_all(able, said.append) == 0
    assert len(letters.kept) == 1


@pytest.mark.parametrize("fault", ["an unknown region", "a program's"])
def test_what_is_wrong_with_one_alert_keeps_nobody_else_from_being_told(site, tmp_path, monkeypatch, fault):
    def made(site, region, alert, *rest):
        if alert.to == "bad@example.org" and fault != "an unknown region":
            raise KeyError(alert.to)
        return message(site, region, alert, *rest)

    told, said = [], []
    monkeypatch.setattr(sending, "message", made)
    monkeypatch.setattr(sending, "deliver", lambda settings, alert, found: told.append(alert.to))
    day = datetime(2026, 11, 20, tzinfo=UTC)
    entries = [
        RecordEntry("a", 1, "alert", "E47999999", day, Author("Ann"), False, asked(to="bad@example.org")),
        RecordEntry("b", 1, "alert", REGION, day, Author("Ann"), False, asked(to="good@example.org")),
    ]
    failed = _send(replace(site, settings=Settings(data=tmp_path)), entries, said.append)
    assert (told, failed) == (["good@example.org"], int(fault != "an unknown region"))
    assert "example.org" not in "".join(said)


def test_figures_before_their_release_are_sent_to_nobody(tmp_path):
    for settings in (Settings(prerelease=tmp_path), Settings(audience="public")):
        with pytest.raises(InvalidSetting, match="published figures alone"):
            send_all(settings)


def test_what_was_told_is_kept_for_its_owner_alone(tmp_path):
    path = tmp_path / "alerts.json"
    write(path, {"a": DeliveryState("2026-11-20", ("k",))})
    assert read(path) == {"a": DeliveryState("2026-11-20", ("k",))}
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("channel", "to"),
    [
        ("email", "nobody"),
        ("email", "a@example.org, b@example.org"),
        ("email", "a@example.org\nBcc: b@example.org"),
        ("webhook", "http://example.org/hook"),
        ("webhook", "https://name:word@example.org/hook"),
        ("webhook", "file:///etc/passwd"),
        ("webhook", "https://[broken"),
        ("webhook", "https://10.0.0.7/hook"),
        ("webhook", "https://169.254.169.254/latest/meta-data"),
        ("webhook", "https://[fd00::1]/hook"),
        ("webhook", "https://[::ffff:10.0.0.7]/hook"),
        ("webhook", "https://metadata.google.internal/"),
    ],
)
def test_an_address_that_nothing_should_be_sent_to_is_refused(site, channel, to):
    with pytest.raises(Invalid):
        form.build(
            site, site.geography[REGION], {"channel": channel, "to": to, "about": "", "area_code": ""}, None
        )


@pytest.mark.parametrize("inside", ["10.0.0.7", "169.254.169.254", "127.0.0.1", "fd00::1"])
def test_a_name_that_leads_inside_by_now_is_sent_nothing(site, monkeypatch, inside):
    found = [(0, 0, 0, "", ("93.184.215.14", 0)), (0, 0, 0, "", (inside, 0))]
    monkeypatch.setattr("dashboard.runtime.public_web.socket.getaddrinfo", lambda host, port: found)
    monkeypatch.setattr(
        "dashboard.alerts.channels.requests.post", lambda *_, **__: pytest.fail("it was sent")
    )
    with pytest.raises(NotSent, match="not of the public web"):
        send_webhook(SECRET, "https://hooks.example.org/1", of(site, asked()), BASE)


def test_nobody_changes_anothers_alert(site):
    old = replace(asked(), subject="somebody else")
    given = {"channel": "email", "to": "a@example.org", "about": "", "area_code": ""}
    with pytest.raises(Invalid, match="only they can change it"):
        form.build(site, site.geography[REGION], given, old)
