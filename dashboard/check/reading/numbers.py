"""Numbers: those of a sentence, as figures with their unit and how exactly they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.check.reading import spoken

Span = tuple[int, int]
EXACT, ABOUT, UNDER, OVER, RANGE, LIMITS = "exact", "about", "under", "over", "range", "limits"
LEVEL, CHANGE = "level", "change"

_SIZES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_DIGITS = r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = r"%|per ?cent\b|percentage[ -]points?\b|ppts?\b|pp\b|points?\b"
_NUMBER = re.compile(
    rf"(?<![\w.,£/])(?P<minus>[−–-](?=£?\d))?(?P<pound>£ ?)?(?P<digits>{_DIGITS})(?![\d,.]*\d)"
    rf"(?: ?(?P<size>thousand|million|billion|bn|mn|k|m)\b)?(?:[ -]?(?P<unit>{_UNIT}))?(?![a-z])",
    re.IGNORECASE,
)
# What holds digits and is no figure: addresses, telephones, pages, times, ages, denominators, names.
_NO_FIGURE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w+"
    r"|(?<!\d)\(?(?:\+44|0)\)?[ \d()-]{8,}\d"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b"
    r"|\b(?:pages?|pp?\.|paragraphs?|paras?\.?|sections?|figures?(?= \d+\b(?!\.\d|,\d|%| per))|tables?"
    r"|charts?|chapters?"
    r"|annex|appendix|items?|slides?|notes?|footnotes?|parts?|articles?|lines?|options?|phases?|stages?|tiers?|priority"
    r"|priorities|recommendations?|objectives?|actions?|questions?|q|version|v|no\.|room|agenda|junction|route|grades?"
    r"|years? group|key stage|level|levels|attainment|top|first|last|next|past|previous)"
    r" ?\d+(?:\.\d+)*(?:\s?(?:[-–]|to|and)\s?\d+)?(?!\d|%|,\d|\.\d)"
    r"|\b\d{1,2}[:.]\d{2} ?(?:am|pm)\b|\b\d{1,2} ?(?:am|pm)\b|\b\d{1,2}:\d{2}\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\[\d+\]|\(\d\)|\b24/7\b"
    r"|\b[A-Za-z]+-?\d[\w-]*|(?<![.,\d])\d+(?!bn\b|mn\b|ppt?s?\b)[A-Za-z]{2,}\d*\b",
    re.IGNORECASE,
)
AGE = re.compile(
    r"\b(?:aged?(?: between)?|ages?) \d{1,2}(?: ?(?:to|and|[-–]) ?\d{1,2})?(?: (?:and|or) (?:over|above"
    r"|older|under))?"
    r"|\b\d{1,2} ?(?:to|[-–]) ?\d{1,2}[ -]year[ -]olds?|\b\d{1,2}[ -]years?[ -]olds?"
    r"|(?<=people )(?:under|over) \d{2}\b(?! ?%|,\d|\.\d)"
    r"|\b(?:under|over)[ -]\d{1,2}s\b|\bunder \d{1,2}(?= (?:in|are|is|and|years)\b)|\b\d{1,2} (?:and"
    r"|or) (?:over|under|older)\b"
    r"|\b(?:by|at) (?:age )?(?:11|16|17|18|19)\b(?! ?%)|\b16 ?(?:to|[-–]) ?64s?\b",
    re.IGNORECASE,
)
PER = re.compile(
    r"\b(?:per|(?:for|in|of|out of) (?:each|every)) (\d{1,3}(?:,\d{3})+|\d+|hundred thousand"
    r"|thousand)\b",
    re.I,
)
_ABOUT = (
    (re.compile(r"(?:\b(?:nearly|almost|just under|just below|approaching|close to|slightly under"
                r"|not quite|getting on for))\s+$", re.I), UNDER),
    (re.compile(r"(?:\b(?:less than|fewer than|under|below|up to|at most|no more than))\s+$", re.I), UNDER),
    (re.compile(r"(?:\b(?:more than|(?<!hand )(?<!hands )(?<!handed )over|above|at least|just over|just above"
                r"|well over|upwards of|in excess of|no fewer than|exceeding|slightly over|slightly more than"
                r"|passed|topped|exceeded|exceeds?|surpassed|crossed|broke through))\s+$", re.I), OVER),
    (re.compile(r"(?:\b(?:about|around|roughly|some|approximately|circa|c\.|approx\.?|in the region of"
                r"|or so)|~)\s*$", re.I), ABOUT),
)  # fmt: skip
_BETWEEN = re.compile(
    r"^(?: (?:years|times|tonnes|minutes|miles))?\s?(?:to|and|[-–])\s?£?\s?$", re.IGNORECASE
)
MARGINS = re.compile(
    r"\b(?:likely|interval|limits?|margins? of error)(?: of| is| are| between| from)*[:( ]+(?=[−–-]?£?\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:between|likely|from)\s+£?$", re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number at `start` to `end` of a sentence. `value` is in plain numbers, percent for shares; `step` the
    place of the last digit that counts; `unit` "%", "points", "£" or "". Of a range `value` is its lower end
    and `upper` its upper. `how` says how it is meant: exact, about, under, over, range, limits."""

    start: int
    end: int
    text: str
    value: float
    step: float
    unit: str = ""
    how: str = EXACT
    upper: float = 0.0
    fraction: bool = False
    zeros: bool = False  # the step is that of closing noughts: rounded, perhaps, or just so
    sized: bool = False  # said in thousands, millions or billions


def numbers(text: str, taken: list[Span]) -> list[Number]:
    """The numbers of `text` in order, outside the spans that are `taken` (dates, names, what is no
    figure)."""
    masked = _masked(text, taken)
    found = [*_shares(masked)]
    for item in found:
        masked = _blank(masked, item.start, item.end)
    found += [*_large(masked)]
    for item in found:
        masked = _blank(masked, item.start, item.end)
    found += [one for match in _NUMBER.finditer(masked) if (one := _digits(match))]
    ordered = sorted(found, key=lambda item: item.start)
    return [_meant(text, item) for item in _ranges(text, ordered)]


def no_figures(text: str) -> list[Span]:
    """Where digits stand in `text` that are no figures: telephones, pages, ages and such."""
    return [match.span() for pattern in (_NO_FIGURE, AGE, PER) for match in pattern.finditer(text)]


def _masked(text: str, taken: list[Span]) -> str:
    for start, end in taken:
        text = _blank(text, start, end)
    return text


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{'_' * (end - start)}{text[end:]}"


def _shares(text: str) -> Iterator[Number]:
    for match in spoken.SHARE.finditer(text):
        if (value := spoken.share(match)) is not None:
            yield Number(*match.span(), match[0], value, 1.0, "%", fraction=True)
    for match in spoken.FRACTION.finditer(text):
        if (value := spoken.fraction(match)) is not None:
            yield Number(*match.span(), match[0], value, 1.0, "%", fraction=True)


def _large(text: str) -> Iterator[Number]:
    for match in spoken.LARGE.finditer(text):
        value, step = spoken.large(match)
        end = match.end()
        after = re.match(rf" ?({_UNIT})", text[end:], re.IGNORECASE)
        unit = _unit(after[1]) if after else ""
        end += after.end() if after else 0
        yield Number(
            match.start(), end, text[match.start() : end], value, step, unit, sized=bool(match["size"])
        )


def _digits(match: re.Match[str]) -> Number | None:
    plain = match["digits"].replace(",", "")
    size = _SIZES.get((match["size"] or "").lower(), 1.0)
    decimals = len(plain.partition(".")[2])
    value, step = float(plain) * size, size / 10**decimals
    zeros = not decimals and size == 1 and value >= 1000 and value % 100 == 0
    if zeros:
        step = 10.0 ** (len(plain) - len(plain.rstrip("0")))
    if match["minus"] and not (match.start() and match.string[match.start() - 1].isalnum()):
        value = -value
    unit = "£" if match["pound"] else _unit(match["unit"] or "")
    return Number(*match.span(), match[0], value, step, unit, zeros=zeros, sized=size > 1)


def _unit(word: str) -> str:
    word = word.lower().replace(" ", "").replace("-", "")
    return "" if not word else "%" if word in ("%", "percent") else "points"


def _ranges(text: str, numbers: list[Number]) -> Iterator[Number]:
    """Two numbers that are the ends of one range as one."""
    open_range: Number | None = None
    for item in numbers:
        if (
            open_range
            and _BETWEEN.match(text[open_range.end : item.start])
            and _joined(text, open_range, item)
        ):
            first = open_range.value * (item.value and _same_size(open_range, item))
            text_of = text[open_range.start : item.end]
            open_range = replace(
                item, start=open_range.start, text=text_of, value=first, upper=item.value, how=RANGE
            )
            continue
        if open_range:
            yield open_range
        open_range = item
    if open_range:
        yield open_range


def _same_size(first: Number, last: Number) -> float:
    """What the first number of "5 to 6 million" is to be multiplied by."""
    return last.step / first.step if last.sized and not first.sized and first.step <= 1 else 1.0


def _joined(text: str, first: Number, last: Number) -> bool:
    between = text[first.end : last.start].strip().lower()
    lead = _LEAD.search(text[: first.start])
    if "and" in between:
        return bool(lead and lead[0].lower().startswith("between")) and first.how != RANGE
    if between.startswith("to"):
        likely = bool(lead and not lead[0].lower().startswith("from"))
        return (
            (likely or not lead)
            and first.unit in ("", last.unit)
            and not re.search(
                r"\b(?:from|rose|fell|up|down|grew|increased|decreased|dropped|cut|reduced)\b",
                text[: first.start][-40:],
                re.I,
            )
        )
    return not between.endswith(" ") and first.unit in ("", last.unit)


def _meant(text: str, item: Number) -> Number:
    """The number with how it is meant, by the words before it, which are its own from then on."""
    if item.how == RANGE:
        if any(found.end() == item.start for found in MARGINS.finditer(text)):
            return replace(item, how=LIMITS)
        lead = re.search(r"\bbetween\s+$", text[: item.start], re.IGNORECASE)
        start = lead.start() if lead else item.start
        return replace(item, start=start, text=text[start : item.end])
    for pattern, how in _ABOUT:
        if match := pattern.search(text[: item.start]):
            return replace(item, how=how, start=match.start(), text=text[match.start() : item.end])
    return item
