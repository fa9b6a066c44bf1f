"""Somebody is told how a refresh ended: by a webhook or by e-mail, where the environment names them."""

import json
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.ingest.refusal import number
from dashboard.runtime.mail import mail_of, send

SECONDS = 10
QUIET = ("nothing new", "same figures")  # nobody is told of a night without change


def notify(told: Mapping[str, Any], environ: Mapping[str, str]) -> list[str]:
    """Sends `told` (last_refresh.save_refresh) to REFRESH_WEBHOOK and REFRESH_MAIL; gives what was not sent.

    A notice that does not get through fails no refresh.
    """
    if told.get("outcome") in QUIET:
        return []
    return [*_by_webhook(told, environ.get("REFRESH_WEBHOOK", "")), *_by_mail(told, environ)]


def subject(told: Mapping[str, Any]) -> str:
    """One line: how it ended, and which sources were set aside."""
    refused = sorted({*told.get("refused", {}), *told.get("withheld", {})})
    which = f": {', '.join(refused[:5])}{' and more' if len(refused) > 5 else ''}" if refused else ""
    return f"Refresh: {told.get('outcome', 'failed')}{which}"


def body(told: Mapping[str, Any]) -> str:
    """All that it said: a sentence for each source that was set aside, and what was published."""
    lines = [f"{name}: {reason}" for name, reason in sorted(told.get("refused", {}).items())]
    lines += [
        f"not shown until it is mended: {reason}" for _, reason in sorted(told.get("withheld", {}).items())
    ]
    lines += [
        f"{audience}: {number(count, 'file')} changed"
        for audience, count in told.get("changed", {}).items()
        if count
    ]
    return "\n".join([told["at"], *([told["reason"]] if told.get("reason") else []), *lines])


def _by_webhook(told: Mapping[str, Any], url: str) -> Iterator[str]:
    if not url:
        return
    try:
        if not url.startswith(("https://", "http://")):
            raise ValueError("it is no web address")
        # `text` is what chat services show (Slack, Mattermost, Teams); the rest is for programs.
        data = json.dumps({"text": f"{subject(told)}\n{body(told)}", **told}, ensure_ascii=False).encode()
        asked = urllib.request.Request(url, data=data, headers={"Content-Type": "application/json"})  # noqa: S310
        urllib.request.urlopen(asked, timeout=SECONDS).close()  # noqa: S310
    except (OSError, ValueError) as error:
        yield f"REFRESH_WEBHOOK: nobody was told ({error})"


def _by_mail(told: Mapping[str, Any], environ: Mapping[str, str]) -> Iterator[str]:
    if not environ.get("REFRESH_MAIL"):
        return
    try:
        through = mail_of({"SMTP_FROM": environ["REFRESH_MAIL"], **environ})
        if through is None:
            raise ValueError("set SMTP_HOST, the mail server")
        send(through, environ["REFRESH_MAIL"], subject(told), body(told))
    except (OSError, ValueError) as error:
        yield f"REFRESH_MAIL: no e-mail was sent ({error})"
