"""One meaning of the mail server's settings, for alerts and for a refresh."""

import socket
import ssl
import subprocess

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from dashboard.runtime.mail import InvalidMail, Mail, NotTaken, mail_of, send
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

FROM = {"SMTP_FROM": "office@example.org"}


@pytest.mark.parametrize(
    ("given", "mail"),
    [
        ({}, None),
        ({"SMTP_HOST": "mail.example.org"}, ("mail.example.org", 587, "starttls")),
        ({"SMTP_HOST": "mail.example.org:2525"}, ("mail.example.org", 2525, "starttls")),
        ({"SMTP_HOST": "mail.example.org", "SMTP_PORT": "2525"}, ("mail.example.org", 2525, "starttls")),
        ({"SMTP_HOST": "mail.example.org", "SMTP_SECURITY": "tls"}, ("mail.example.org", 465, "tls")),
        ({"SMTP_HOST": "localhost"}, ("localhost", 25, "none")),
        ({"SMTP_HOST": "[::1]:1025"}, ("::1", 1025, "none")),
    ],
)
def test_host_port_and_security(given, mail):
    found = mail_of(FROM | given)
    assert (found and (found.host, found.port, found.security)) == mail


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"SMTP_HOST": "mail.example.org:25", "SMTP_PORT": "587"}, "say the port once"),
        ({"SMTP_HOST": "mail.example.org", "SMTP_SECURITY": "none"}, "SMTP_SECURITY"),
        ({"SMTP_HOST": "https://mail.example.org"}, "SMTP_HOST"),
        ({"SMTP_HOST": "mail.example.org:0"}, "SMTP_PORT"),
        ({"SMTP_HOST": "mail.example.org", "SMTP_FROM": "office"}, "SMTP_FROM"),
    ],
)
def test_what_cannot_be_meant_is_named(given, said):
    with pytest.raises(InvalidMail, match=said):
        mail_of(FROM | given)
    with pytest.raises(InvalidSetting, match=said):
        Settings.from_environment(FROM | given)


def test_who_signs_in_is_given_to_the_server_and_never_shown():
    mail = mail_of(FROM | {"SMTP_HOST": "m.example.org", "SMTP_USER": "u", "SMTP_PASSWORD": "s3cret"})
    assert isinstance(mail, Mail)
    assert (mail.user, mail.password) == ("u", "s3cret")
    assert "s3cret" not in repr(mail)


class Box:
    """What a mail server was told: passwords and letters."""

    def __init__(self):
        self.passwords, self.letters = [], []

    def authenticate(self, server, session, envelope, mechanism, given):
        self.passwords.append(given.password)
        return AuthResult(success=True)

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope.content)
        return "250 kept"


@pytest.fixture
def certificate(tmp_path):
    """The file of a certificate and key that 127.0.0.1 has signed itself."""
    file = tmp_path / "own.pem"
    made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=127.0.0.1"
    also = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", file, "-out", tmp_path / "certificate.pem"]
    subprocess.run([*made.split(), *also], check=True, capture_output=True)
    file.write_text(file.read_text() + (tmp_path / "certificate.pem").read_text())
    return file


@pytest.fixture
def served(certificate, monkeypatch):
    """served(security) -> a real mail server that speaks TLS so: its box, and what leads to it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # aiosmtpd asks itself whether it is up
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    started = []

    def served(security):
        box = Box()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        tls = {"ssl_context": context} if security == "tls" else {"tls_context": context}
        how = {"authenticator": box.authenticate, "auth_required": True, "auth_require_tls": False}
        server = Controller(box, hostname="127.0.0.1", port=port, **tls, **how)
        server.start()
        started.append(server)
        return box, Mail("127.0.0.1", port, "office@example.org", security, "office", "s3cret")

    yield served
    for server in started:
        server.stop()


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # aiosmtpd takes what is TLS from the start for no TLS
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_that_nobody_vouches_for_is_sent_neither_password_nor_letter(served, monkeypatch, security):
    box, mail = served(security)
    with monkeypatch.context() as others:
        others.delenv("SSL_CERT_FILE")
        with pytest.raises(NotTaken, match="CERTIFICATE_VERIFY_FAILED"):
            send(mail, "you@example.org", "Title", "Text")
    assert (box.passwords, box.letters) == ([], [])
    send(mail, "you@example.org", "Title", "Text")  # with its certificate among those that are trusted
    assert (box.passwords, len(box.letters)) == ([b"s3cret"], 1)
