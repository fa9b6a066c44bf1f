"""iCalendar (RFC 5545): days to come, as a file that calendars subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

MEDIA_TYPE = "text/calendar"
_FOLD = 74  # bytes of a line, of 75 that are allowed


@dataclass(frozen=True)
class Day:
    """An event of whole days: from `first` up to and without `after`; `key` names it for ever."""

    key: str
    first: date
    after: date
    title: str
    about: str
    address: str


def calendar(name: str, days: Iterable[Day], stamp: date) -> bytes:
    """The calendar `name` of `days`, in their order; `stamp`: the day of the figures that it was made
    from."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//City region dashboard//Calendar//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for day in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uuid5(NAMESPACE_URL, day.key)}",
            f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day.first:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.after:%Y%m%d}",
            f"SUMMARY:{_text(day.title)}",
            f"DESCRIPTION:{_text(day.about)}",
            f"URL:{day.address}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _text(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> str:
    """A line in pieces of 75 bytes at most, never cut within a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _FOLD:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
