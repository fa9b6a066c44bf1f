"""Which grammar of periods reads a set of texts, and which others would read them too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.ingest.draft.titles import periods_in_title
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.period_marks import period_and_words, unmarked

# In the order of what people mean most often by a text that several would read.
_ORDER: tuple[str, ...] = (
    "quarter",
    "three months",
    "financial quarter",
    "half year",
    "financial year",
    "academic year",
    "month",
)
_ORDER += ("year ending month", "calendar year", "year ending March", "three years", "day", "iso")
_WORDS = {
    "quarter": r"\bquarter",
    "academic year": r"academic|school year|pupils",
    "year ending March": r"years? ending (?:in |31 )?march|years? to march|financial year",
    "year ending month": r"years? ending|12 months|twelve months|annual",
    "day": r"\bas at\b|snapshot|position (?:at|on)\b|\bstock\b",
}
_STOCK = re.compile(r"\b(?:at|on) (?:the )?(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]+)\b(?! ?\d{4})")


def grammars(texts: Iterable[str], context: str = "") -> list[str]:
    """The kinds of period that read all of `texts`, the likeliest first, by the `context` around them."""
    wanted = [text for text in dict.fromkeys(texts) if text]
    able = [name for name in _ORDER if wanted and all(_reads(name, text) for text in wanted[:500])]
    if "day" in able:
        able = _of_dates(able, wanted)
    if "calendar year" in able and (stock := _stock_of(context)):
        able = [stock, *able]
    hinted = [name for name in able if name in _WORDS and re.search(_WORDS[name], context, re.I)]
    first = [name for name in able if name.startswith("point")]
    return list(dict.fromkeys([*first, *hinted, *able]))


def _stock_of(context: str) -> str:
    """“point 03-31” where the words around years say that they are of a stock “at 31 March”; else nothing."""
    match = _STOCK.search(context)
    try:
        at, _ = periods.day(f"{match[1]} {match[2]} 2024") if match else (None, "")
    except ValueError:
        at = None
    return f"point {at:%m-%d}" if at else ""


def _of_dates(able: list[str], wanted: list[str]) -> list[str]:
    """`able` for texts that are dates: months where each is the first day of one, else days."""
    firsts = "month" in able and all(periods.reader("day")(text)[0].day == 1 for text in wanted[:500])
    days = sorted({periods.reader("day")(text)[0] for text in wanted[:500]})
    gaps = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(days)}
    likeliest = ["month", "day"] if firsts else ["day"]
    if firsts and gaps and "quarter" in able and all(gap % 3 == 0 for gap in gaps):
        likeliest = ["quarter", *likeliest]
    return [*likeliest, *(name for name in able if name not in likeliest)]


@dataclass(frozen=True)
class Wide:
    """The `columns` that are periods, the text of each in `periods`, and the `words` beside them."""

    columns: list[int] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def across(headers: list[str], context: str) -> tuple[list[str], Wide]:
    """(grammars, columns) of the headers that are periods of one kind, alone or beside words; of the kind
    that has most."""
    found: tuple[list[str], Wide] = ([], Wide())
    for pairs in (_alone, _beside):
        for name in _ORDER:
            mine = [(at, *pair) for at, text in enumerate(headers) if text and (pair := pairs(name, text))]
            if len(mine) > len(found[1].columns):
                texts = [when for _, when, _ in mine]
                words = list(dict.fromkeys(rest for *_, rest in mine if rest))
                found = (grammars(texts, context), Wide([at for at, *_ in mine], texts, words))
    return found


def _alone(name: str, text: str) -> tuple[str, str] | None:
    plain, _ = (text, "") if _reads(name, text) else unmarked(text)
    return (plain, "") if _reads(name, plain) else None


def _beside(name: str, text: str) -> tuple[str, str] | None:
    """(period, words) of a header that holds both. A bare month or day is no period here: “May 2 beds”."""
    # The longest text that is a period: “2024-25 (P) Awards” is the provisional year and its awards.
    pairs = period_and_words(periods.reader(name), text)
    for when, words in sorted(pairs, key=lambda pair: -len(pair[0])):
        if pair := _alone(name, when):
            return pair[0], words
    return None


def found_in(title: str, context: str = "") -> list[tuple[str, str]]:
    """(text, grammar) of each period that a title names: “2023/24”, “June 2025”; `context`: all around it."""
    return [
        (text, names[0]) for text in periods_in_title(title) if (names := grammars([text], context or title))
    ]


def _reads(name: str, text: str) -> bool:
    try:
        day, _ = periods.reader(name)(text)
    except ValueError:
        return False
    return 1900 <= day.year <= 2100
