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
    """A sentence and all that its numbers are read with. `made` caches, for one draft, what is expensive."""

    site: Site
    region: Area
    known: Vocabulary
    block: Block
    context: Context
    parsed: Sentence
    made: dict[tuple[str, ...], Any]

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
        found = find_qualifiers(self.parsed)
        return replace(found, left_over="") if self.block.kind == CELL else found


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
    asked = NumberReading(sentence.site, sentence.region, indicator, way.place, pair.number, sentence.others)
    found = move(sentence.parsed, pair.number)
    if found is None or (pair.number.unit == "points" and "point" in indicator.suffix and not found.way):
        seen = check_direction(asked, sentence.parsed, way.when, _level(asked, sentence, way))
        return check_relation(asked, sentence.parsed, way.when, seen)
    if found.beside:
        return _apart(sentence, asked, found, way)
    return change_outcome(asked, sentence.parsed, found)


def _level(asked: NumberReading, sentence: SentenceContext, way: Interpretation) -> Outcome:
    """Of "between 2022 and 2023" the first is when a figure came from, and the last when it is."""
    if (item := _year_apart(asked, sentence, way)) is not None:
        return figure_outcome(asked, item)
    start = came_from(sentence.parsed, asked.number)
    since = [one for one in sentence.parsed.dates if one.role == SINCE]
    if start and not way.when and len(since) == 1:
        return level_outcome(asked, since)
    if start and not way.when:
        return _from(asked, sentence, way)
    held = [item.period for item in asked.series()]
    when = [
        end for one in way.when for end in _end(one, asked.indicator, held, _side(sentence, asked, start))
    ]
    return level_outcome(asked, when)


def _year_apart(asked: NumberReading, sentence: SentenceContext, way: Interpretation) -> Observation | None:
    """The figure a year before, or after, the one that is spoken of: "down from 5% the year before"."""
    text, number = sentence.parsed.text, asked.number
    stop = next((one.start for one in sentence.parsed.numbers if one.start > number.start), len(text))
    start = max((one.end for one in sentence.parsed.numbers if one.end < number.start), default=0)
    found = A_YEAR.search(text, number.end, stop) or A_YEAR.search(text, start, number.start)
    between = text[number.end : found.start()] if found and found.start() >= number.end else ""
    if not found or _OTHER.search(between) or _dated(sentence, number.end, found.start()):
        return None
    series = asked.series()
    named = way.when or sentence.parsed.dates or sentence.context.dates
    held = [
        day for when in named for day in periods_meant(asked.indicator, [one.period for one in series], when)
    ]
    if len(held) > 1 or (named and not held) or not series:
        return None
    wanted = later(held[0] if held else series[-1].period, 12 if found["way"] == "later" else -12)
    return next((one for one in series if abs((one.period - wanted).days) < 32), None)


def _dated(sentence: SentenceContext, start: int, end: int) -> bool:
    """Whether a date of its own stands behind the number: "32,162 in 2023/24, a rise on the year before"."""
    return any(start <= one.start < end for one in sentence.parsed.dates)


def _side(sentence: SentenceContext, asked: NumberReading, start: bool) -> str:
    """Which end of "between 2022 and 2023" the number is of: where it came from, or went to, or neither."""
    to = re.search(r"\b(?:to|at)\s+$", sentence.parsed.text[: asked.number.start], re.IGNORECASE)
    return "first" if start else "last" if to else ""


def _end(when: Date, indicator: Indicator, held: list[date], side: str) -> tuple[Date, ...]:
    ends = ends_of(when)
    if ends is None or periods_meant(indicator, held, when):
        return (when,)
    return {"first": ends[:1], "last": ends[1:]}.get(side, ends)


def _from(asked: NumberReading, sentence: SentenceContext, way: Interpretation) -> Outcome:
    """ "down from 5.0%": of some earlier period than the one that is spoken of."""
    if spans := [both for when in sentence.parsed.dates if (both := ends_of(when))]:
        return level_outcome(asked, spans[0][:1])
    series = asked.series()
    ends = [
        start
        for when in sentence.parsed.dates
        for start in periods_meant(asked.indicator, [i.period for i in series], when)
    ]
    last = max(ends, default=series[-1].period if series else None)
    before = [item for item in series if last is None or item.period < last]
    right = [item for item in before if asked.good(item)]
    if right:
        item = right[-1]
        return Outcome(
            asked.good(item),
            f"No period is named; it was the figure {asked.when(item)}.",
            (asked.held_figure(item),),
        )
    if not before:
        return level_outcome(asked, ())
    return Outcome(CONTRADICTED, "No earlier figure that is held is this.", (asked.held_figure(before[-1]),))


def _apart(
    sentence: SentenceContext, asked: NumberReading, found: ChangePhrase, way: Interpretation
) -> Outcome:
    """The difference from the place that is named after the number."""
    after = [
        place
        for place in sentence.parsed.places
        if place.start >= asked.number.end and place.meaning != (asked.place.code,)
    ]
    if len(after) != 1 or len(after[0].meaning) != 1:
        return Outcome(UNSURE, "A difference, but from which place is not clear.", ())
    if len(_periods_of(sentence, asked)) > 1:
        return Outcome(UNSURE, "A difference of two places, but two periods are named.", ())
    return difference_outcome(asked, sentence.site.geography[after[0].meaning[0]], found, way.when)


def _periods_of(sentence: SentenceContext, asked: NumberReading) -> set[tuple[date, date]]:
    """The periods named between the number before and the one after, as first and last day."""
    numbers, number = sentence.parsed.numbers, asked.number
    start = max((one.end for one in numbers if one.end <= number.start), default=0)
    stop = min((one.start for one in numbers if one.start >= number.end), default=len(sentence.parsed.text))
    return {(one.first, one.last) for one in sentence.parsed.dates if start <= one.start < stop}
