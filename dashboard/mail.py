"""Mail: one plain letter through an SMTP server, which has a few seconds to take it."""

from dataclasses import dataclass, field

SECONDS = 10


@dataclass(frozen=True)
class Mail:
    """A mail server, and the address that is sent from. `security` is starttls, tls or none."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)


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
    kind = smtplib.SMTP_SSL if mail.security == "tls" else smtplib.SMTP
    try:
        with kind(mail.host, mail.port, timeout=SECONDS) as server:
            if mail.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if mail.user:
                server.login(mail.user, mail.password)
            server.send_message(letter)
    except (OSError, smtplib.SMTPException) as error:
        raise NotTaken(str(error)) from error
