"""What a query may say, wherever it is read: names that are known, each once, and the day asked for."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from flask import request

from dashboard.catalogue.periods import day_words

EARLIEST = date(2000, 1, 1)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EVERY_PAGE_PARAMETERS = ("region", "as_of")  # what every page takes
# What mail, social and statistics sites append to a link on its way, by their own documents: utm_source,
# fbclid, mc_cid (Mailchimp), _gl (Google Analytics across domains), _hsenc (HubSpot), mkt_tok (Marketo)...
APPENDED = re.compile(
    r"_[\w\[\]]*|utm_\w+|\w*cl(?:k|c)?id|gclsrc|gad_\w+|[gw]braid|srsltid|igsh|igshid|mibextid|li_fat_id|epik"
    r"|(?:mc|mkt|mtm|pk|piwik|matomo|hsa|ns|at|oly|vero|sfmc|bsft|ml|ck|sc|fb|trk|wt|dm|rb|s|ga|et|guce)_\w+|wt\.\w+"
    r"|hsCtaTracking|elq\w*|trk\w*|xtor|spm|si|cmp|cmpid|ref|ref_src|ref_url|referrer|rcm|lipi|sfnsn|emci|emdi"
    r"|ceid|guccounter|inf_contact_key|vgo_ee|zarsrc",
    re.IGNORECASE,
)
# What a mailer that knows no address with a query swallows: ?utm_source=x?region=...
_SWALLOWED = re.compile(r"[^/?]*\?(\w+)=")


class BadAddress(ValueError):
    """An address that names something that is not there (404) or says something unusable (400).

    Raised while a request is answered, it is the answer (dashboard/web/error_handlers.py).
    """

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status


def given_once(
    query: Iterable[tuple[str, str]], known: Sequence[str], ignored: Sequence[str] = ()
) -> dict[str, str]:
    """As `each_once`, ignoring empty values."""
    return {name: value for name, value in each_once(query, [*known, *ignored], known).items() if value}


def each_once(
    query: Iterable[tuple[str, str]], known: Sequence[str], listed_names: Sequence[str] | None = None
) -> dict[str, str]:
    """What a query gives for each name, empty or not.

    What other sites append to a link (APPENDED) is no word of the reader's and is left out.
    Raises BadAddress for a name that is not `known`, which lists those that there are (`listed_names` of
    them, where some are not for everybody), for one that is there twice, and for one behind a second "?".
    """
    given: dict[str, str] = {}
    for name, value in query:
        if name not in known and APPENDED.fullmatch(name):
            if (hidden := _SWALLOWED.match(value)) and hidden[1] in known:
                raise BadAddress(400, f"“{hidden[1]}” stands behind a second “?”; write “&” before it.")
            continue
        if name not in known:
            raise BadAddress(400, no_parameter(name, known if listed_names is None else listed_names))
        if name in given:
            raise BadAddress(400, f"Give {name} once.")
        given[name] = value
    return given


def allow_only(*known: str) -> None:
    """Refuse the request that is being answered where it asks for anything but `known`, or anything twice."""
    given_once(request.args.items(multi=True), known)


def no_parameter(name: str, known: Sequence[str]) -> str:
    """That there is no parameter `name`, and which there are."""
    allowed = f"use {', '.join(known)}" if known else "this address has none"
    return f"There is no parameter called “{name[:40]}” here; {allowed}."


def calendar_day(text: str) -> date | None:
    """The day that `text` is, written as 2025-07-01 and in no other way; None for what is none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def past_day(text: str | None) -> date | None:
    """A day up to today, or None where none is given. Raises BadAddress."""
    if text is None:
        return None
    day = calendar_day(text)
    if day is None:
        raise BadAddress(400, f"“{text[:20]}” is no date; write it as 2025-07-01.")
    if not day >= EARLIEST:
        raise BadAddress(400, f"Nothing is held from before {day_words(EARLIEST)}; choose a later day.")
    if day > datetime.now(UTC).date():  # today is UTC's, wherever the reader and this machine are
        raise BadAddress(400, f"{day_words(day)} is still to come; choose today or an earlier day.")
    return day


def as_of(text: str | None) -> date | None:
    """The day whose knowledge is asked for, or None for today's: of today nothing is past. Raises
    BadAddress."""
    day = past_day(text)
    return None if day == datetime.now(UTC).date() else day


def in_order(first: date | None, last: date | None, name: str) -> None:
    """Refuse two days, both given, of which the first (the parameter `name`) comes after the second. Raises
    BadAddress."""
    if first and last and first > last:
        raise BadAddress(400, f"The first day is after the second; give the earlier day as {name}.")
