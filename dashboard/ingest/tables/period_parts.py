"""The parts of a period as people write them: years, months, pairs of years and spans of months."""

import re
from datetime import date

from dashboard.ingest.raised_digits import RAISED

NAMES = ["january", "february", "march", "april", "may", "june"]
NAMES += ["july", "august", "september", "october", "november", "december"]
MONTHS = {name[:3]: number for number, name in enumerate(NAMES, start=1)}
_PAIR = re.compile(r"(\d{4})(?: ?[-/\u2013] ?| to )?(\d{2}|\d{4})")
_SHORT_PAIR = re.compile(r"(\d{2})[-/\u2013](\d{2})")
SPAN = re.compile(
    r"(?P<one>[a-z]+)\.?(?: (?P<before>\d{4}))? ?(?:to|-|\u2013) ?(?P<two>[a-z]+)\.? (?P<year>\d{4})", re.I
)


_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def plain_period(text: str) -> str:
    """A period with plain dashes and years (“Apr ’24” is Apr 24), without the raised number of a note."""
    return re.sub(r"(?<=[ -])[’'](?=\d{2}$)", "", text.strip().rstrip(f"{RAISED} ").translate(_DASHES))


def parts(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """The groups of `pattern`, which is all of `text`; ValueError where it is not."""
    match = pattern.fullmatch(text.strip())
    if not match:
        raise ValueError(text)
    return match.groups()


def year_of(text: str) -> int:
    """A year of four digits; ValueError for anything else."""
    (year,) = parts(re.compile(r"(\d{4})(?:\.0)?"), text)
    return int(year)


def month_of(name: str) -> int:
    """The number of the month called `name`: in full, or by its first three letters or more."""
    name = "sep" if name.lower() == "sept" else name.lower()
    number = MONTHS.get(name[:3])
    if number is None or not NAMES[number - 1].startswith(name):
        raise ValueError(name)
    return number


def first_of_pair(text: str) -> int:
    """The first of two years that follow each other: 2023 of 2023-24, 2023/2024 or 202324."""
    if short := _SHORT_PAIR.fullmatch(text.strip()):  # 23/24
        text = f"20{short[1]}-{short[2]}"
    first, second = parts(_PAIR, text)
    if second not in (f"{(int(first) + 1) % 100:02}", str(int(first) + 1)):
        raise ValueError(text)
    return int(first)


def spanned(span: re.Match[str], months: int) -> date:
    """The first day of a span of so many months; ValueError for one of another length."""
    one, two, year = month_of(span["one"]), month_of(span["two"]), int(span["year"])
    first = int(span["before"]) if span["before"] else year - (one > two)
    if 12 * (year - first) + two - one + 1 != months:
        raise ValueError(span[0])
    return date(first, one, 1)


def numbered(patterns: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> tuple[str, int]:
    """(year, number) as text says them, in one order or the other."""
    year_first, year_last = patterns
    if match := year_first.fullmatch(text.strip()):
        return match[1], int(match[2])
    number, year = parts(year_last, text)
    return year, int(number)
