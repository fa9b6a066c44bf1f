"""The environment's variables, each read and checked by itself; Settings puts them together."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from dashboard.runtime.mail import LOOPBACK, InvalidMail, Mail, mail_of

_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]{1,60})+")
_ORIGIN = re.compile(r"https?://(?:\*\.)?[A-Za-z0-9.-]{1,250}(?::\d{1,5})?")
_TOKEN = 16  # characters
_SECRET = 32  # characters
_MARKS = 10  # different ones among them
_LONGEST = 480  # bytes of the data folder's path: SQLite adds its files' names to it, up to 511
_BELOW = Path("x" * 100, "x" * 100)  # about as long as what a folder of ours holds


class InvalidSetting(ValueError):
    """An environment variable that cannot be used; the message names it and what to do."""


@dataclass(frozen=True)
class Provider:
    """The OpenID Connect provider that says who somebody is; `claim` holds their roles here.

    `address` is where people reach this site (https://data.example.gov.uk), and are sent back to.
    """

    issuer: str
    client: str
    secret: str = field(repr=False)
    address: str
    claim: str = "roles"


OIDC = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "PUBLIC_ADDRESS", "SESSION_SECRET")


def provider(environ: Mapping[str, str]) -> Provider | None:
    """Who signs people in, by the variables of OIDC; None where none of OpenID Connect's is set."""
    given = {name: environ.get(name, "").strip() for name in OIDC}
    if not any(name.startswith("OIDC_") and value for name, value in given.items()):
        return None
    if missing := [name for name, value in given.items() if not value]:
        raise InvalidSetting(f"OIDC_ISSUER: sign-in also needs {', '.join(missing)}; set them too")
    for name in ("OIDC_ISSUER", "PUBLIC_ADDRESS"):
        where = _address(name, given[name])
        if not where.hostname or (where.scheme != "https" and where.hostname not in LOOPBACK):
            raise InvalidSetting(f"{name}={given[name]!r}: give an address that begins with https://")
    secret = given["SESSION_SECRET"]
    if len(secret) < _SECRET or len(set(secret)) < _MARKS:
        raise InvalidSetting(
            f"SESSION_SECRET: it is too easy to guess; give {_SECRET} random characters or more, "
            "as `openssl rand -hex 32` makes them"
        )
    claim = environ.get("ROLE_CLAIM", Provider.claim).strip()
    if not claim:
        raise InvalidSetting(
            "ROLE_CLAIM: it names no claim, and nobody would have a role; name the one that holds roles, or "
            f"unset it for {Provider.claim!r}"
        )
    issuer, client, key, address, _ = given.values()
    return Provider(issuer, client, key, address.rstrip("/"), claim)


def _address(name: str, text: str) -> SplitResult:
    """The parts of an address that others are sent to, or links begin with."""
    try:
        where = urlsplit(text)
        _ = where.port  # asked for, because it is read only then
    except ValueError:  # [ without ], or a port that is none
        where = None
    if where is None or where.username or where.query or where.fragment or any(map(str.isspace, text)):
        raise InvalidSetting(
            f"{name}={text!r}: give an address such as https://data.example.gov.uk, without a name, a blank, "
            "? or # in it"
        )
    return where


def host(environ: Mapping[str, str], default: str) -> str:
    """HOST: a name, or an address in the one way in which it is compared, without brackets."""
    given = environ.get("HOST", default)
    text = re.sub(r"^\[(.*)\]$", r"\1", given.strip())
    try:
        found = ip_address(text)
    except ValueError:
        if re.search(r"[\[\]:/\s]", text):
            raise InvalidSetting(
                f"HOST={given!r}: give a name or an address alone, such as ::1; the port is PORT"
            ) from None
        return text
    return str(getattr(found, "ipv4_mapped", None) or found)


def path(environ: Mapping[str, str], name: str) -> Path | None:
    """The path that the variable `name` gives, whole, whether or not something is there; None for ""."""
    text = environ.get(name, "")
    if not text:
        return None
    try:
        found = Path(text).resolve()
        (found / _BELOW).stat()
    except (FileNotFoundError, NotADirectoryError):
        return found
    except (OSError, ValueError, RuntimeError) as error:  # too long or locked, NUL, a circle of links
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InvalidSetting(
            f"{name}={text[:80]!r}: it cannot be used as a path ({reason}); give another"
        ) from error
    return found


def data_folder(environ: Mapping[str, str], default: Path) -> Path:
    """The folder of the figures and of the record: DATA_DIR, or `default`."""
    found = path(environ, "DATA_DIR") or default
    whole = os.fsencode(found)
    if b"?" in whole:
        reason = "DuckDB takes a question mark for the end of a file's name"
    elif os.fsdecode(whole).encode("utf-8", "replace") != whole:
        reason = "DuckDB reads names in UTF-8"
    elif len(whole) > _LONGEST:
        reason = f"SQLite opens no file whose path is longer than 511 bytes; this one has {len(whole)}"
    else:
        return found
    raise InvalidSetting(
        f"DATA_DIR={str(found)[:80]!r}: nothing in it can be opened ({reason}); give another"
    )


def mail_server(environ: Mapping[str, str]) -> Mail | None:
    """The mail server that letters are sent through; None where none is set."""
    try:
        return mail_of(environ)
    except InvalidMail as error:
        raise InvalidSetting(str(error)) from error


def metrics_token(environ: Mapping[str, str]) -> str:
    """What Prometheus sends to be answered; "" where nobody is."""
    token = environ.get("METRICS_TOKEN", "")
    if token and (len(token) < _TOKEN or not token.isascii() or not token.isprintable() or " " in token):
        raise InvalidSetting(
            f"METRICS_TOKEN: give {_TOKEN} random letters and digits or more (openssl rand -hex 16)"
        )
    return token


def access_log(environ: Mapping[str, str]) -> str:
    """ACCESS_LOG: "", "on" or "full"."""
    kind = environ.get("ACCESS_LOG", "")
    if kind not in ("", "on", "full"):
        raise InvalidSetting(f"ACCESS_LOG={kind!r}: set it to on, to full, or to nothing")
    return kind


def inbox_url(environ: Mapping[str, str]) -> str:
    """The address of the inbox's PostgreSQL, as libpq reads it; "" for the file."""
    text = environ.get("INBOX_URL", "")
    if text and not text.startswith(("postgresql://", "postgres://")):
        raise InvalidSetting("INBOX_URL: write it as postgresql://user@host:5432/database")
    return text


def embed_in(environ: Mapping[str, str]) -> str:
    """EMBED_IN: "*" for any site, or origins with a space between."""
    origins = environ.get("EMBED_IN", "*").split() or ["*"]
    for origin in origins:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            raise InvalidSetting(f"EMBED_IN={origin!r}: give sites such as https://www.wigan.gov.uk, or *")
    return " ".join(origins)


def public_view(environ: Mapping[str, str]) -> str:
    """PUBLIC_VIEW without its last slash."""
    text = environ.get("PUBLIC_VIEW", "").rstrip("/")
    if not text:
        return ""
    where = _address("PUBLIC_VIEW", text)
    if where.scheme not in ("http", "https") or not where.hostname or "*" in where.netloc:
        raise InvalidSetting(f"PUBLIC_VIEW={text!r}: give an address such as https://data.example.gov.uk")
    return text


def base_path(environ: Mapping[str, str]) -> str:
    """The path below which this is served: BASE_PATH, or that of PUBLIC_ADDRESS."""
    text = (
        environ.get("BASE_PATH") or _address("PUBLIC_ADDRESS", environ.get("PUBLIC_ADDRESS", "").strip()).path
    )
    if text.rstrip("/") and not _PATH.fullmatch(text.rstrip("/")):
        raise InvalidSetting(f"BASE_PATH={text!r}: give a path such as /dashboard")
    return text.rstrip("/")


def whole_number(environ: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    """The whole number of the variable `name`, from `low` to `high`."""
    text = environ.get(name, str(default))
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and low <= int(text) <= high):
        raise InvalidSetting(f"{name}={text!r}: give a whole number from {low} to {high}")
    return int(text)
