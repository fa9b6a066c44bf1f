"""One meaning of the mail server's settings, for alerts and for a refresh."""

import pytest

from dashboard.runtime.mail import InvalidMail, Mail, mail_of
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
