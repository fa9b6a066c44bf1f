"""One number of a sentence interpreted in one way, as a figure, a change over time or a difference of
places."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from dashboard.catalogue.indicator import Indicator
from dashboard.catalogue.periods import later
from dashboard.check.draft import CELL, Block
from dashboard.check.mark import CONTRADICTED, UNSURE
from dashboard.check.reading.clauses import came_from
from dashboard.check.reading.context import Context
from dashboard.check.reading.dates import A_YEAR, SINCE, Date, ends_of, periods_meant
from dashboard.check.reading.pairing import Paired
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.reading.sentences import Sentence
from dashboard.check.reading.vocabulary import Vocabulary
from dashboard.check.verdict.change import ChangePhrase, change_outcome, difference_outcome, move
from dashboard.check.verdict.direction import check_direction
from dashboard.check.verdict.figures import figure_outcome, level_outcome
from dashboard.check.verdict.number_reading import NumberReading, Outcome
from dashboard.check.verdict.qualifiers import Qualifiers, find_qualifiers
from dashboard.check.verdict.relation import check_relation
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.observed import Observation
from dashboard.site import Site

_OTHER = re.compile(  # the number is held against the year before, and not of it
    r"[;,.]|\b(?:and|than|more|fewer|less|higher|lower|above|below|better|worse|up|down|as)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class SentenceContext:
    """A sentence and all that its numbers are read with. `cache` keeps, for one draft, what is expensive."""

    site: Site
    region: Area
    known: Vocabulary
    block: Block
    context: Context
    parsed: Sentence
    cache: dict[tuple[str, ...], Any]

    @property
    def home(self) -> PhraseMatch:
        """The region that is looked from, as a place that is named nowhere."""
        return PhraseMatch(0, 0, self.region.name, (self.region.code,))

    @cached_property
    def others(self) -> tuple[Area, ...]:
        """Places from which a figure may have been taken by mistake."""
        geography = self.site.geography
        named = [geography[code] for place in self.parsed.places for code in place.meaning]
        more = [*named, *geography.around(self.region.code), geography[ENGLAND]]
        return tuple({place.code: place for place in more}.values())

    @cached_property
    def around(self) -> Qualifiers:
        """What may make another figure of every number of the sentence, looked for once."""
        qualifiers = find_qualifiers(self.parsed)
        return replace(qualifiers, left_over="") if self.block.kind == CELL else qualifiers


@dataclass(frozen=True)
class Interpretation:
    """One way to read a number: as a figure of `indicator`, named by `phrase`, in `place`, at any of
    `when`."""

    phrase: PhraseMatch | None
    indicator: str
    place: Area
    when: tuple[Date, ...]


def read(sentence: SentenceContext, pair: Paired, way: Interpretation) -> Outcome:
    """What the number of `pair` comes to, read in that way: as a figure, a change or a difference."""
    indicator = sentence.site.indicators[way.indicator]
    reading = NumberReading(
        sentence.site, sentence.region, indicator, way.place, pair.number, sentence.others
    )
    change = move(sentence.parsed, pair.number)
    if change is None or (pair.number.unit == "points" and "point" in indicator.suffix and not change.way):
        outcome = check_direction(reading, sentence.parsed, way.when, _level(reading, sentence, way))
        return check_relation(reading, sentence.parsed, way.when, outcome)
    if change.beside:
        return _apart(sentence, reading, change, way)
    return change_outcome(reading, sentence.parsed, change)


def _level(reading: NumberReading, sentence: SentenceContext, way: Interpretation) -> Outcome:
    """Of "between 2022 and 2023" the first is when a figure came from, and the last when it is."""
    if (item := _year_apart(reading, sentence, way)) is not None:
        return figure_outcome(reading, item)
    start = came_from(sentence.parsed, reading.number)
    since = [one for one in sentence.parsed.dates if one.role == SINCE]
    if start and not way.when and len(since) == 1:
        return level_outcome(reading, since)
    if start and not way.when:
        return _from(reading, sentence, way)
    periods = [item.period for item in reading.series()]
    when = [
        end
        for one in way.when
        for end in _end(one, reading.indicator, periods, _side(sentence, reading, start))
    ]
    return level_outcome(reading, when)


def _year_apart(reading: NumberReading, sentence: SentenceContext, way: Interpretation) -> Observation | None:
    """The figure a year before, or after, the one that is spoken of: "down from 5% the year before"."""
    text, number = sentence.parsed.text, reading.number
    stop = next((one.start for one in sentence.parsed.numbers if one.start > number.start), len(text))
    start = max((one.end for one in sentence.parsed.numbers if one.end < number.start), default=0)
    match = A_YEAR.search(text, number.end, stop) or A_YEAR.search(text, start, number.start)
    between = text[number.end : match.start()] if match and match.start() >= number.end else ""
    if not match or _OTHER.search(between) or _dated(sentence, number.end, match.start()):
        return None
    series = reading.series()
    named = way.when or sentence.parsed.dates or sentence.context.dates
    periods = [
        day
        for when in named
        for day in periods_meant(reading.indicator, [one.period for one in series], when)
    ]
    if len(periods) > 1 or (named and not periods) or not series:
        return None
    wanted = later(periods[0] if periods else series[-1].period, 12 if match["way"] == "later" else -12)
    return next((one for one in series if abs((one.period - wanted).days) < 32), None)


def _dated(sentence: SentenceContext, start: int, end: int) -> bool:
    """Whether a date of its own stands behind the number: "32,162 in 2023/24, a rise on the year before"."""
    return any(start <= one.start < end for one in sentence.parsed.dates)


def _side(sentence: SentenceContext, reading: NumberReading, start: bool) -> str:
    """Which end of "between 2022 and 2023" the number is of: where it came from, or went to, or neither."""
    to = re.search(r"\b(?:to|at)\s+$", sentence.parsed.text[: reading.number.start], re.IGNORECASE)
    return "first" if start else "last" if to else ""


def _end(when: Date, indicator: Indicator, periods: list[date], side: str) -> tuple[Date, ...]:
    ends = ends_of(when)
    if ends is None or periods_meant(indicator, periods, when):
        return (when,)
    return {"first": ends[:1], "last": ends[1:]}.get(side, ends)


def _from(reading: NumberReading, sentence: SentenceContext, way: Interpretation) -> Outcome:
    """ "down from 5.0%": of some earlier period than the one that is spoken of."""
    if spans := [both for when in sentence.parsed.dates if (both := ends_of(when))]:
        return level_outcome(reading, spans[0][:1])
    series = reading.series()
    ends = [
        start
        for when in sentence.parsed.dates
        for start in periods_meant(reading.indicator, [i.period for i in series], when)
    ]
    last = max(ends, default=series[-1].period if series else None)
    before = [item for item in series if last is None or item.period < last]
    right = [item for item in before if reading.good(item)]
    if right:
        item = right[-1]
        return Outcome(
            reading.good(item),
            f"No period is named; it was the figure {reading.when(item)}.",
            (reading.held_figure(item),),
        )
    if not before:
        return level_outcome(reading, ())
    return Outcome(
        CONTRADICTED, "No earlier figure that is held is this.", (reading.held_figure(before[-1]),)
    )


def _apart(
    sentence: SentenceContext, reading: NumberReading, change: ChangePhrase, way: Interpretation
) -> Outcome:
    """The difference from the place that is named after the number."""
    after = [
        place
        for place in sentence.parsed.places
        if place.start >= reading.number.end and place.meaning != (reading.place.code,)
    ]
    if len(after) != 1 or len(after[0].meaning) != 1:
        return Outcome(UNSURE, "A difference, but from which place is not clear.", ())
    if len(_periods_of(sentence, reading)) > 1:
        return Outcome(UNSURE, "A difference of two places, but two periods are named.", ())
    return difference_outcome(reading, sentence.site.geography[after[0].meaning[0]], change, way.when)


def _periods_of(sentence: SentenceContext, reading: NumberReading) -> set[tuple[date, date]]:
    """The periods named between the number before and the one after, as first and last day."""
    numbers, number = sentence.parsed.numbers, reading.number
    start = max((one.end for one in numbers if one.end <= number.start), default=0)
    stop = min((one.start for one in numbers if one.start >= number.end), default=len(sentence.parsed.text))
    return {(one.first, one.last) for one in sentence.parsed.dates if start <= one.start < stop}
