"""The form by which one person chooses to be told what has changed: how, where to, and about what."""

import re
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from dashboard.datastore.areas import Area
from dashboard.record.fields import Field, Invalid, read_form, values_of, with_choices
from dashboard.record.forms.lists import places
from dashboard.record.kinds import Alert
from dashboard.record.rights import author
from dashboard.runtime.mail import LOOPBACK
from dashboard.site import Site

__all__ = ["CHANNELS", "build", "fields", "initial", "topics", "values_of"]
CHANNELS = {"email": "E-mail", "webhook": "Webhook (a program of yours)"}
_MAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")


FIELDS = (
    Field("channel", "How", "radios", "Choose how you are told", groups={"": [*CHANNELS.items()]}),
    Field("to", "Address", missing="Enter the address", hint="Yours, or that of your program (https)."),
    Field("about", "About", "choice"),
    Field("area_code", "Place", "choice"),
)


def topics(site: Site) -> dict[str, str]:
    """What one may ask to be told about."""
    return {"": "Everything", **site.themes, "decisions": "Decisions and reviews only"}


def fields(site: Site, region: Area, old: Alert | None) -> Sequence[Field]:
    """The questions."""
    where = places(site, region, "The whole region")
    return with_choices(FIELDS, about={"": [*topics(site).items()]}, area_code=where)


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {"channel": "email", "about": ""}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Alert | None) -> Alert:
    """The alert that the answers stand for, of whoever asks. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    if old and old.subject != author().subject:
        raise Invalid({"to": "This alert is somebody else’s: only they can change it"})
    check(values)
    return Alert(**values, subject=author().subject)


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    if reason := _refused(values["channel"], values["to"]):
        raise Invalid({"to": reason})


def _refused(channel: str, to: str) -> str:
    """Why nothing can be sent to an address; "" where it can."""
    if channel == "email":
        return "" if _MAIL.fullmatch(to) else "Enter one e-mail address, such as name@example.gov.uk"
    try:
        where = urlsplit(to)
        host, _ = where.hostname, where.port
    except ValueError:
        return "Enter an address that begins with https://"
    if where.username or not host or (where.scheme != "https" and host not in LOOPBACK):
        return "Enter an address that begins with https://, without a name and a password in it"
    if host not in LOOPBACK and _is_inside(host):
        return "Enter an address of the public web: nothing is sent into the network of this machine"
    return "" if where.scheme in ("http", "https") else "Enter an address that begins with https://"


def _is_inside(host: str) -> bool:
    """Whether `host` is plainly an address inside; what a name leads to is looked up when it is sent."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
