"""Ways: one number of a sentence read in one way, as a figure, a change over time or a difference of
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
from dashboard.check.reading.dates import A_YEAR, SINCE, Date, ends_of, meant
from dashboard.check.reading.pairing import Paired
from dashboard.check.reading.phrases import Found
from dashboard.check.reading.sentences import Sentence
from dashboard.check.reading.vocabulary import Vocabulary
from dashboard.check.verdict.asked import Asked, Outcome
from dashboard.check.verdict.bearing import Around, around
from dashboard.check.verdict.changed import Move, apart, changed, move
from dashboard.check.verdict.direction import directed
from dashboard.check.verdict.figures import at, level
from dashboard.check.verdict.relation import related
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.observed import Observation
from dashboard.site import Site

_OTHER = re.compile(  # the number is held against the year before, and not of it
    r"[;,.]|\b(?:and|than|more|fewer|less|higher|lower|above|below|better|worse|up|down|as)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Told:
    """A sentence and all that its numbers are read with. `made` caches, for one draft, what is expensive."""

    site: Site
    region: Area
    known: Vocabulary
    block: Block
    context: Context
    said: Sentence
    made: dict[tuple[str, ...], Any]

    @property
    def home(self) -> Found:
        """The region that is looked from, as a place that is named nowhere."""
        return Found(0, 0, self.region.name, (self.region.code,))

    @cached_property
    def others(self) -> tuple[Area, ...]:
        """Places from which a figure may have been taken by mistake."""
        geography = self.site.geography
        named = [geography[code] for place in self.said.places for code in place.meaning]
        more = [*named, *geography.around(self.region.code), geography[ENGLAND]]
        return tuple({place.code: place for place in more}.values())

    @cached_property
    def around(self) -> Around:
        """What may make another figure of every number of the sentence, looked for once."""
        found = around(self.said)
        return replace(found, left_over="") if self.block.kind == CELL else found


@dataclass(frozen=True)
class Way:
    """One way to read a number: as a figure of `indicator`, named by `phrase`, in `place`, at any of
    `when`."""

    phrase: Found | None
    indicator: str
    place: Area
    when: tuple[Date, ...]


def read(told: Told, pair: Paired, way: Way) -> Outcome:
    """What the number of `pair` comes to, read in that way: as a figure, a change or a difference."""
    indicator = told.site.indicators[way.indicator]
    asked = Asked(told.site, told.region, indicator, way.place, pair.number, told.others)
    found = move(told.said, pair.number)
    if found is None or (pair.number.unit == "points" and "point" in indicator.suffix and not found.way):
        seen = directed(asked, told.said, way.when, _level(asked, told, way))
        return related(asked, told.said, way.when, seen)
    if found.beside:
        return _apart(told, asked, found, way)
    return changed(asked, told.said, found)


def _level(asked: Asked, told: Told, way: Way) -> Outcome:
    """Of "between 2022 and 2023" the first is when a figure came from, and the last when it is."""
    if (item := _year_apart(asked, told, way)) is not None:
        return at(asked, item)
    start = came_from(told.said, asked.number)
    since = [one for one in told.said.dates if one.role == SINCE]
    if start and not way.when and len(since) == 1:
        return level(asked, since)
    if start and not way.when:
        return _from(asked, told, way)
    held = [item.period for item in asked.series()]
    when = [end for one in way.when for end in _end(one, asked.indicator, held, _side(told, asked, start))]
    return level(asked, when)


def _year_apart(asked: Asked, told: Told, way: Way) -> Observation | None:
    """The figure a year before, or after, the one that is spoken of: "down from 5% the year before"."""
    text, number = told.said.text, asked.number
    stop = next((one.start for one in told.said.numbers if one.start > number.start), len(text))
    start = max((one.end for one in told.said.numbers if one.end < number.start), default=0)
    found = A_YEAR.search(text, number.end, stop) or A_YEAR.search(text, start, number.start)
    between = text[number.end : found.start()] if found and found.start() >= number.end else ""
    if not found or _OTHER.search(between) or _dated(told, number.end, found.start()):
        return None
    series = asked.series()
    named = way.when or told.said.dates or told.context.dates
    held = [day for when in named for day in meant(asked.indicator, [one.period for one in series], when)]
    if len(held) > 1 or (named and not held) or not series:
        return None
    wanted = later(held[0] if held else series[-1].period, 12 if found["way"] == "later" else -12)
    return next((one for one in series if abs((one.period - wanted).days) < 32), None)


def _dated(told: Told, start: int, end: int) -> bool:
    """Whether a date of its own stands behind the number: "32,162 in 2023/24, a rise on the year before"."""
    return any(start <= one.start < end for one in told.said.dates)


def _side(told: Told, asked: Asked, start: bool) -> str:
    """Which end of "between 2022 and 2023" the number is of: where it came from, or went to, or neither."""
    to = re.search(r"\b(?:to|at)\s+$", told.said.text[: asked.number.start], re.IGNORECASE)
    return "first" if start else "last" if to else ""


def _end(when: Date, indicator: Indicator, held: list[date], side: str) -> tuple[Date, ...]:
    ends = ends_of(when)
    if ends is None or meant(indicator, held, when):
        return (when,)
    return {"first": ends[:1], "last": ends[1:]}.get(side, ends)


def _from(asked: Asked, told: Told, way: Way) -> Outcome:
    """ "down from 5.0%": of some earlier period than the one that is spoken of."""
    if spans := [both for when in told.said.dates if (both := ends_of(when))]:
        return level(asked, spans[0][:1])
    series = asked.series()
    ends = [
        start
        for when in told.said.dates
        for start in meant(asked.indicator, [i.period for i in series], when)
    ]
    last = max(ends, default=series[-1].period if series else None)
    before = [item for item in series if last is None or item.period < last]
    right = [item for item in before if asked.good(item)]
    if right:
        item = right[-1]
        return Outcome(
            asked.good(item),
            f"No period is named; it was the figure {asked.when(item)}.",
            (asked.held(item),),
        )
    if not before:
        return level(asked, ())
    return Outcome(CONTRADICTED, "No earlier figure that is held is this.", (asked.held(before[-1]),))


def _apart(told: Told, asked: Asked, found: Move, way: Way) -> Outcome:
    """The difference from the place that is named after the number."""
    after = [
        place
        for place in told.said.places
        if place.start >= asked.number.end and place.meaning != (asked.place.code,)
    ]
    if len(after) != 1 or len(after[0].meaning) != 1:
        return Outcome(UNSURE, "A difference, but from which place is not clear.", ())
    if len(_periods_of(told, asked)) > 1:
        return Outcome(UNSURE, "A difference of two places, but two periods are named.", ())
    return apart(asked, told.site.geography[after[0].meaning[0]], found, way.when)


def _periods_of(told: Told, asked: Asked) -> set[tuple[date, date]]:
    """The periods named between the number before and the one after, as first and last day."""
    numbers, number = told.said.numbers, asked.number
    start = max((one.end for one in numbers if one.end <= number.start), default=0)
    stop = min((one.start for one in numbers if one.start >= number.end), default=len(told.said.text))
    return {(one.first, one.last) for one in told.said.dates if start <= one.start < stop}
