"""Numbers that say by how much a figure moved, or stands above another place's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue.indicator import Indicator
from dashboard.catalogue.periods import later
from dashboard.catalogue.rounding import half_up
from dashboard.check.mark import (
    CONTRADICTED,
    GOOD,
    NOT_HELD,
    RIGHT,
    ROUNDED,
    SUPERSEDED,
    UNSURE,
    HeldFigure,
)
from dashboard.check.reading.dates import AT, Date, ends_of, periods_meant
from dashboard.check.reading.directions import BELOW, DOWN, UP
from dashboard.check.reading.numbers import OVER, RANGE, UNDER, Number
from dashboard.check.reading.sentences import Sentence
from dashboard.check.verdict.agreement import scale
from dashboard.check.verdict.figures import newer_source
from dashboard.check.verdict.number_reading import NumberReading, Outcome
from dashboard.datastore.areas import Area
from dashboard.datastore.observed import Observation

_BEFORE = re.compile(
    rf"\b(?P<word>{UP}|{DOWN})(?:\s+(?:[\w’'-]+\s+){{0,6}}?(?:by|of|at)(?:\s+an?)?)?\s+$", re.IGNORECASE
)
_NOUN = re.compile(
    r"\b(?P<word>growth|increase|rise|fall|drop|decrease|decline|reduction|cut) (?:in|of)\b"
    r"[^.;:]{0,90}?\b(?:was|is|were|are|at|of)\s+$", re.IGNORECASE,
)  # fmt: skip
_AFTER = re.compile(
    r"^(?: (?:an?|per|each|every) [a-z]+)?"
    r"[- ](?:percentage[- ]points?[- ])?(?P<word>higher|more|above|ahead|greater|increase|rise|up|growth"
    r"|lower|less|fewer|below|behind|"
    r"decrease|fall|drop|down|reduction|decline)\b(?! (?:to"
    r"|from) )(?P<than> (?:than|the|that of|of))?", re.IGNORECASE
)  # fmt: skip
_FALLS = re.compile(rf"^(?:{DOWN}|{BELOW}|decrease|fall|drop|reduction|decline)$", re.IGNORECASE)
_BESIDE = ("higher", "more", "above", "ahead", "greater", "lower", "less", "fewer", "below", "behind")
_YEARS = re.compile(
    r"\b(?:year on year|over the (?:last |past )?year|in (?:a|the last|the past) year|on (?:a"
    r"|the) year (?:before|earlier)|"
    r"(?:over|in) (?:the )?(?:last|past) (?P<n>two|three|four|five|ten|\d+) years|than (?:a"
    r"|the) year (?:before|earlier))\b", re.I
)  # fmt: skip
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


Pair = tuple[Observation, Observation]


@dataclass(frozen=True)
class ChangePhrase:
    """That a number is a change or a difference: which way (1, -1), and whether it is against another
    place."""

    way: int
    beside: bool


def move(sentence: Sentence, number: Number) -> ChangePhrase | None:
    """What the words around the number say of it; None where it is no change."""
    after = _AFTER.match(sentence.text[number.end :])
    if after:
        word = after["word"].lower()
        year = _YEARS.match(sentence.text, number.end + after.end("word") + 1)  # "more than the year before"
        return ChangePhrase(-1 if _FALLS.match(word) else 1, word in _BESIDE and not year)
    before = _BEFORE.search(lead := sentence.text[: number.start]) or _NOUN.search(lead)
    if before and not re.search(r"\b(?:to|from)\s+$", sentence.text[: number.start], re.IGNORECASE):
        return ChangePhrase(-1 if _FALLS.match(before["word"]) else 1, False)
    return ChangePhrase(0, False) if number.unit == "points" else None


def change_outcome(reading: NumberReading, sentence: Sentence, change: ChangePhrase) -> Outcome:
    """The outcome of the number as the change between the two periods that the sentence names."""
    series = reading.series()
    if not series:
        return Outcome(NOT_HELD, f"{reading.indicator.title}: no figure of {reading.place.name} is held.")
    pair = _between(reading.indicator, series, sentence) or _in_year(reading.indicator, series, sentence)
    if pair is None:
        why = (
            "A change, but from when to when is not said, or not held: it can be counted from several "
            "periods."
        )
        return Outcome(UNSURE, why, tuple(map(reading.held_figure, series[-2:][::-1])))
    first, last = pair
    outcome = _outcome(
        reading, change, (first, last), (reading.held_figure(first), reading.held_figure(last))
    )
    named = [
        start for when in sentence.dates for start in periods_meant(reading.indicator, [last.period], when)
    ]
    if (
        outcome.state in GOOD
        and not named
        and not any(map(ends_of, sentence.dates))
        and newer_source(reading)
    ):
        why = f"So it is up to the figure {reading.when(last)}; a newer source tells of the same."
        return Outcome(UNSURE, why, outcome.held)
    return outcome


def difference_outcome(
    reading: NumberReading, other: Area, change: ChangePhrase, when: Sequence[Date]
) -> Outcome:
    """The outcome of the number as the difference between the place and `other` in one period; where none is
    named, in the newest of the newest source that has both."""
    outcome = _apart_in(reading, other, change, when)
    newer = None if when else newer_source(reading)
    if newer is None or not newer.series(other):
        return outcome
    now = _apart_in(newer, other, change, ())
    if now.state in GOOD or outcome.state not in GOOD:
        return now
    return Outcome(
        SUPERSEDED, "So it was in an older source; there is a newer one.", (*now.held, *outcome.held)
    )


def _apart_in(reading: NumberReading, other: Area, change: ChangePhrase, when: Sequence[Date]) -> Outcome:
    """The same in what one indicator holds."""
    here, there = reading.series(), {item.period: item for item in reading.series(other)}
    both = [item for item in here if item.period in there]
    if when:
        starts = set(periods_meant(reading.indicator, [item.period for item in both], when[0]))
        both = [item for item in both if item.period in starts]
        if len(both) > 1:
            return Outcome(
                UNSURE, f"“{when[0].text}” may mean several periods.", (reading.held_figure(both[-1]),)
            )
    if not both:
        return Outcome(
            NOT_HELD, f"No period is held in which both {reading.place.name} and {other.name} have a figure."
        )
    mine, theirs = both[-1], there[both[-1].period]
    return _outcome(
        reading, change, (theirs, mine), (reading.held_figure(mine), reading.held_figure(theirs, other))
    )


def _outcome(
    reading: NumberReading, change: ChangePhrase, pair: Pair, figures: tuple[HeldFigure, ...]
) -> Outcome:
    states = [_agrees(reading.indicator, reading.number, change.way, pair, kind) for kind in _kinds(reading)]
    worked = "Worked out from the two figures that are held"
    if all(states):
        return Outcome(ROUNDED if ROUNDED in states else RIGHT, f"{worked}.", figures)
    if any(states):
        return Outcome(UNSURE, f"{worked}: right in per cent or in percentage points, not in both.", figures)
    return Outcome(CONTRADICTED, f"{worked}, {_difference(reading.indicator, pair, change.beside)}.", figures)


def _kinds(reading: NumberReading) -> tuple[str, ...]:
    """As what the number may be meant: the difference itself, or per cent of the first figure."""
    if reading.number.unit != "%":
        return ("absolute",)
    return ("absolute", "relative") if "%" in reading.indicator.suffix else ("relative",)


def _agrees(indicator: Indicator, number: Number, way: int, pair: Pair, kind: str) -> str:
    raw, shown = _differences(indicator, pair)
    if kind == "relative":
        first = pair[0].figure * scale(indicator)
        if not first:
            return ""
        raw, shown = 100 * raw / first, 100 * shown / first
    if way and raw * way < 0:
        return ""
    if not way and number.value < 0 < raw:
        return ""
    states = [_near(number, abs(value)) for value in (raw, shown)]
    return RIGHT if RIGHT in states else ROUNDED if ROUNDED in states else ""


def _near(number: Number, value: float) -> str:
    wanted = abs(number.value)
    if number.how == RANGE:
        return ROUNDED if number.value <= value <= number.upper else ""
    if number.how in (OVER, UNDER):
        far = (value - wanted) * (1 if number.how == OVER else -1)
        return ROUNDED if 0 < far <= max(0.5 * wanted, number.step) else ""
    if abs(value - wanted) < 1e-6:
        return RIGHT
    return ROUNDED if abs(float(half_up(value / number.step)) * number.step - wanted) < 1e-6 else ""


def _differences(indicator: Indicator, pair: Pair) -> tuple[float, float]:
    """The difference of the figures as they are held, and as they are shown."""
    first, last = (item.figure for item in pair)
    shown = [float(half_up(value, indicator.decimals)) for value in (first, last)]
    return (last - first) * scale(indicator), round(shown[1] - shown[0], 9) * scale(indicator)


def _difference(indicator: Indicator, pair: Pair, beside: bool) -> str:
    """By how much the figure went up or down, or stands above or below the other."""
    _, shown = _differences(indicator, pair)
    size = indicator.format(abs(shown) / scale(indicator))
    size = size.replace("%", " percentage points") if "%" in indicator.suffix else size
    if not shown:
        return "there is no difference"
    if beside:
        return f"it is {size} {'higher' if shown > 0 else 'lower'}"
    return f"it {'rose' if shown > 0 else 'fell'} by {size}"


def _between(indicator: Indicator, series: list[Observation], sentence: Sentence) -> Pair | None:
    """The figures of the two periods that the sentence names: from a date to a date, since one, over
    years."""
    spans = [pair for when in sentence.dates if (pair := ends_of(when))]
    named = [*spans[0]] if spans else list(sentence.dates)
    if years := _YEARS.search(sentence.text):
        last = _only(indicator, series, named[0]) if len(named) == 1 else series[-1] if not named else None
        return _years_before(series, last, int(_COUNT.get(years["n"], years["n"])) if years["n"] else 1)
    if len(named) == 2:
        one, other = sorted(named, key=lambda when: when.first)
        ends = _only(indicator, series, one), _only(indicator, series, other)
    elif len(named) == 1 and named[0].role == "since":
        ends = _only(indicator, series, named[0]), series[-1]
    else:
        return None
    return (ends[0], ends[1]) if ends[0] and ends[1] and ends[0].period < ends[1].period else None


def _in_year(indicator: Indicator, series: list[Observation], sentence: Sentence) -> Pair | None:
    """The figures of a year and of the one before it, where no more is said than "rose in 2025"."""
    if len(sentence.dates) != 1 or sentence.dates[0].role != AT or indicator.period == "three years":
        return None
    last = _only(indicator, series, sentence.dates[0])
    return _years_before(series, last, 1)


def _only(indicator: Indicator, series: list[Observation], when: Date) -> Observation | None:
    starts = periods_meant(indicator, [item.period for item in series], when)
    return next((item for item in series if item.period == starts[0]), None) if len(starts) == 1 else None


def _years_before(series: list[Observation], last: Observation | None, years: int) -> Pair | None:
    """The figure `years` before `last`, and that."""
    if last is None:
        return None
    wanted = later(last.period, -12 * years)
    near = [item for item in series if abs((item.period - wanted).days) < 32]
    return (near[0], last) if near else None
