"""The periods that a title names: “1 April 2021 to 31 March 2022”, “at 31 March 2024”, “2023/24 Q1”."""

import re
from collections.abc import Iterator
from datetime import timedelta

from dashboard.ingest.tables import periods

_MONTH = r"[A-Z][a-z]+ \d{4}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}"
_PAIR = r"\d{4}[-/]\d{2,4}"
# From the longest to the shortest, so that no part of one is taken for another: a year for its quarter.
_NAMED = re.compile(
    rf"(?P<days>{_DAY} ?(?:to|and|until|[-–]) ?{_DAY})|\b[Aa]t (?:the )?(?P<at>{_DAY})"
    rf"|[Tt]hree months (?:to|ending) (?P<months>{_MONTH})"
    rf"|(?P<plain>(?:Q|Quarter )[1-4],? {_PAIR}|{_PAIR},? (?:Q|Quarter )[1-4]|{_PAIR}|FYE \d{{4}}"
    rf"|{_MONTH} ?[-–] ?{_MONTH}|{_MONTH} to {_MONTH}|(?:[A-Z][a-z]+ to )?{_MONTH}"
    rf"|\d{{4}} (?:Q|Quarter )[1-4]|(?:Q|Quarter )[1-4] \d{{4}}|\d{{4}})"
)
# A day on which the file was made, which is no period of its figures: “[from Nomis on 12 March 2025]”.
_MADE = re.compile(
    r"(publish|updat|releas|download|extract|nomis on|copyright|©|printed|created|revis)"
    r"[^.;\]]{0,40}?\b\d{4}\b"
    r"|\d{4}[-_]\d{2}[-_]\d{2}(?!\d)",
    re.I,
)


def periods_in_title(title: str) -> Iterator[str]:
    """Each period that `title` names, as the kinds of period read them."""
    for match in _NAMED.finditer(_MADE.sub(" ", title)):
        if match["days"]:
            yield from _span(match["days"])
        elif match["months"]:
            yield from _three_months(match["months"])
        else:
            yield match["at"] or match["plain"]


def _span(text: str) -> Iterator[str]:
    """“April 2021 to March 2022” for the days from the first of one month to the last of another."""
    try:
        (first, _), (last, _) = (periods.day(day) for day in re.findall(_DAY, text))
    except ValueError:
        return
    if first.day == 1 and (last + timedelta(1)).day == 1:
        yield f"{first:%B %Y} to {last:%B %Y}"


def _three_months(text: str) -> Iterator[str]:
    """“April 2024 to June 2024” for the three months to June 2024."""
    try:
        last, _ = periods.month(text)
    except ValueError:
        return
    months = last.year * 12 + last.month - 3
    first = last.replace(year=months // 12, month=months % 12 + 1)
    yield f"{first:%B %Y} to {last:%B %Y}"
