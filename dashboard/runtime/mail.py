"""Mail: one plain letter through an SMTP server, which has a few seconds to take it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

SECONDS = 10
SECURITY = ("starttls", "tls", "none")
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Mail:
    """A mail server, and the address that is sent from. `security` is starttls, tls or none."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)


class InvalidMail(ValueError):
    """What the environment says of the mail server cannot be used: a sentence that names the variable."""


def mail_of(environ: Mapping[str, str]) -> Mail | None:
    """The mail server that the environment names, for alerts and for a refresh alike; None without one.

    SMTP_HOST (a port may follow it, host:587, as SMTP_PORT may say), SMTP_FROM, SMTP_SECURITY (starttls or
    tls; none on this machine alone, where it is the default), SMTP_USER, SMTP_PASSWORD. Raises InvalidMail.
    """
    given, sender = environ.get("SMTP_HOST", "").strip(), environ.get("SMTP_FROM", "")
    if not given:
        return None
    host, port = _host_and_port(given, environ.get("SMTP_PORT", "").strip())
    if "@" not in sender or any(letter.isspace() for letter in sender):
        raise InvalidMail("SMTP_FROM: give the address that letters are sent from")
    here = host in LOOPBACK
    security = environ.get("SMTP_SECURITY") or ("none" if here else "starttls")
    if security not in SECURITY or (security == "none" and not here):
        raise InvalidMail("SMTP_SECURITY: set it to starttls or tls; none is for this machine alone")
    port = port or {"none": 25, "tls": 465}.get(security, 587)
    return Mail(host, port, sender, security, environ.get("SMTP_USER", ""), environ.get("SMTP_PASSWORD", ""))


def _host_and_port(given: str, port: str) -> tuple[str, int]:
    """The two of “mail.example.org:587”, “[::1]:25” or a host alone; 0 where no port is said."""
    match = re.fullmatch(
        r"\[(?P<six>[0-9a-fA-F:]+)\](?::(?P<p6>\d+))?|(?P<name>[^:\s/]+)(?::(?P<p>\d+))?|(?P<bare>[0-9a-fA-F:]+)",
        given,
    )
    if not match:
        raise InvalidMail(
            "SMTP_HOST: give the name of the mail server, as mail.example.org or mail.example.org:587"
        )
    within = match["p6"] or match["p"] or ""
    if within and port and within != port:
        raise InvalidMail(f"SMTP_PORT: it says {port} and SMTP_HOST says {within}; say the port once")
    address = within or port
    if address and not (address.isdecimal() and 1 <= int(address) <= 65535):
        raise InvalidMail(f"SMTP_PORT={address!r}: give a whole number from 1 to 65535")
    return match["six"] or match["name"] or match["bare"], int(address or 0)


class NotTaken(OSError):
    """The server did not take a letter; the cause says why."""


def send(mail: Mail, to: str, title: str, text: str) -> None:
    """Send `text` to one address. Raises NotTaken."""
    import smtplib  # where a letter is sent, and in no process that serves
    import ssl
    from email.message import EmailMessage

    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = title, mail.sender, to
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text)
    checked = ssl.create_default_context()  # smtplib's own would take any certificate
    connect = partial(smtplib.SMTP_SSL, context=checked) if mail.security == "tls" else smtplib.SMTP
    try:
        with connect(mail.host, mail.port, timeout=SECONDS) as server:
            if mail.security == "starttls":
                server.starttls(context=checked)
            if mail.user:
                server.login(mail.user, mail.password)
            server.send_message(letter)
    except (OSError, smtplib.SMTPException) as error:
        raise NotTaken(str(error)) from error
