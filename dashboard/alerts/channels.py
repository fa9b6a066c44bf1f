"""Channels: a message as an e-mail (SMTP) or as a signed webhook. Both give up after a few seconds."""

import hashlib
import hmac
import time
from urllib.parse import urlsplit

import orjson
import requests

from dashboard.alerts.message import Message
from dashboard.runtime import mail
from dashboard.runtime.mail import LOOPBACK, Mail
from dashboard.runtime.public_web import is_public

TIMEOUT_SECONDS = 10
SIGNATURE, SENT_AT = "X-Dashboard-Signature", "X-Dashboard-Timestamp"


class NotSent(OSError):
    """A message that could not be sent; the sentence names no address."""


def send_mail(through: Mail, to: str, message: Message, base: str) -> None:
    """Send `message` to one address as plain text. Raises NotSent."""
    try:
        mail.send(through, to, message.title, _text(message, base))
    except mail.NotTaken as error:
        raise NotSent(f"the mail server did not take it ({type(error.__cause__).__name__})") from error


def _text(message: Message, base: str) -> str:
    parts = []
    for item in message.items:
        parts += [item.title, *(f"  {line}" for line in item.lines), f"  {base}{item.path}", ""]
    parts += [f"All of it: {base}{message.path}", f"You asked for this: {base}/alerts"]
    return "\n".join(parts)


def send_webhook(secret: str, to: str, message: Message, base: str) -> None:
    """Post `message` as JSON, signed with HMAC-SHA256 over "time.body". Raises NotSent.

    A redirection is not followed: it would lead where nobody asked to send. Nor is anything sent into the
    network that this machine stands in, whatever a name that was typed leads to by now.
    """
    where = urlsplit(to)
    try:
        if where.hostname not in LOOPBACK and not is_public(where.netloc):
            raise NotSent("the webhook's address is not of the public web")
    except (OSError, UnicodeError) as error:
        if isinstance(error, NotSent):
            raise
        raise NotSent(f"the webhook's name leads nowhere ({type(error).__name__})") from error
    body = orjson.dumps(
        {
            "title": message.title,
            "address": f"{base}{message.path}",
            "changes": [
                {"key": item.key, "title": item.title, "lines": item.lines, "address": f"{base}{item.path}"}
                for item in message.items
            ],
        }
    )
    at = str(int(time.time()))
    headers = {"Content-Type": "application/json", SENT_AT: at, SIGNATURE: signature(secret, at, body)}
    try:
        answer = requests.post(to, data=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False)
    except requests.RequestException as error:
        raise NotSent(f"the webhook did not answer ({type(error).__name__})") from error
    if not 200 <= answer.status_code < 300:
        raise NotSent(f"the webhook answered {answer.status_code}")


def signature(secret: str, at: str, body: bytes) -> str:
    """What proves that a body was sent at a time by who knows the secret."""
    return f"sha256={hmac.new(secret.encode(), f'{at}.'.encode() + body, hashlib.sha256).hexdigest()}"
