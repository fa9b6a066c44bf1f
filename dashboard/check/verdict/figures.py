"""Figures: what is held of an indicator in a place, beside the number that a draft gives for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dashboard.catalogue.indicator import Indicator
from dashboard.catalogue.periods import last_day
from dashboard.check.mark import (
    CONTRADICTED,
    GOOD,
    NOT_HELD,
    PERIOD,
    PLACE,
    RIGHT,
    ROUNDED,
    SUPERSEDED,
    UNSURE,
)
from dashboard.check.reading.dates import YEAR, Date, periods_meant
from dashboard.check.verdict.agreement import agrees, satisfies_bound
from dashboard.check.verdict.number_reading import NumberReading, Outcome
from dashboard.datastore.editions.past_editions import values_of
from dashboard.datastore.observed import Observation
from dashboard.statements.absence.absent import absent
from dashboard.statements.age import age
from dashboard.statements.revision_words import former_values

# Of these a year alone names none: 2024 lies in 2023/24 and in 2024/25.
_NO_YEARS = ("financial year", "academic year", "twelve months", "three years")


def level_outcome(asked: NumberReading, when: Sequence[Date]) -> Outcome:
    """The outcome of the number as a figure of the period named, or of the newest where none is."""
    series = asked.series()
    if not series:
        return _nothing(asked, when)
    if not when:
        return _newest(asked, series)
    return _dated(asked, series, _within(asked.indicator, series, when), when[0])


def _within(indicator: Indicator, series: Sequence[Observation], when: Sequence[Date]) -> list[Observation]:
    """Those of `series` whose period one of the dates may mean."""
    periods = [item.period for item in series]
    found = {start for one in when for start in periods_meant(indicator, periods, one)}
    return [item for item in series if item.period in found]


def figure_outcome(asked: NumberReading, item: Observation) -> Outcome:
    """The outcome of the number as the figure `item`, whose period was inferred from another figure's."""
    state = asked.good(item)
    if state:
        return Outcome(
            state, f"It is the figure {asked.when(item)}.", (asked.held_figure(item),), relative=True
        )
    return replace(_wrong(asked, asked.series(), item), relative=True)


def _nothing(asked: NumberReading, when: Sequence[Date]) -> Outcome:
    """The place has no figure at all; another may have just this one."""
    sentence = f"{asked.indicator.title}: {absent(asked.site, asked.indicator, asked.place).full}."
    for place in asked.others if asked.exact else ():
        series = asked.series(place)
        items = _within(asked.indicator, series, when) if when else series[-1:]
        if len(items) == 1 and asked.good(items[0]):
            return Outcome(
                PLACE,
                f"This is the figure of {place.name}. {sentence}",
                (asked.held_figure(items[0], place),),
            )
    return Outcome(NOT_HELD, sentence)


def _newest(asked: NumberReading, series: list[Observation]) -> Outcome:
    """Without a date the newest figure is meant, of the newest source."""
    newer = newer_source(asked)
    if newer:
        seen = level_outcome(newer, ())
        if seen.state in GOOD:
            return seen
    last = series[-1]
    state = asked.good(last)
    if state and not newer:
        return Outcome(
            state,
            f"No period is named; this is the newest figure, {asked.when(last)}.",
            (asked.held_figure(last),),
        )
    earlier = last if state else _earlier(asked, series[:-1])
    if earlier is None:
        return level_outcome(newer, ()) if newer else _wrong(asked, series, last)
    now = newer.held_figure(newer.series()[-1]) if newer else asked.held_figure(last)
    return Outcome(
        SUPERSEDED,
        f"This was the figure {asked.when(earlier)}; there is a newer one.",
        (now, asked.held_figure(earlier)),
    )


def newer_source(asked: NumberReading) -> NumberReading | None:
    """The same of the newest source that tells of it and has a figure of the place."""
    for name in age(asked.site, asked.indicator).newer:
        other = asked.site.indicators.get(name)
        if other is None or (other.prefix, other.suffix) != (asked.indicator.prefix, asked.indicator.suffix):
            continue
        again = NumberReading(asked.site, asked.region, other, asked.place, asked.number, asked.others)
        if again.series():
            return again
    return None


def _earlier(asked: NumberReading, series: Iterable[Observation]) -> Observation | None:
    """The newest of `series` that the number is, if it is said exactly: "about 70%" is many figures."""
    fits = [item for item in series if asked.exact and asked.good(item)]
    return fits[-1] if fits else None


def _dated(asked: NumberReading, series: list[Observation], items: list[Observation], when: Date) -> Outcome:
    if not items:
        return _no_period(asked, series, when)
    states = [asked.good(item) for item in items]
    right = [item for item, state in zip(items, states, strict=True) if state]
    if len(right) == len(items):
        if when.kind == YEAR and asked.indicator.period in _NO_YEARS:
            sentence = f"“{when.text}” is no year of these figures: they are of {asked.indicator.period}s."
            return Outcome(UNSURE, sentence, tuple(map(asked.held_figure, items[:2])))
        newest = (
            ""
            if items[-1].period == series[-1].period
            else f" A newer one is held, {asked.when(series[-1])}."
        )
        return Outcome(
            _weakest(states),
            f"As held {asked.when(items[0])}.{newest}",
            tuple(map(asked.held_figure, items[:2])),
        )
    if right:
        sentence = (
            f"“{when.text}” may mean {' or '.join(asked.when(item).split(' ', 1)[1] for item in items[:3])}."
        )
        other = next(item for item in items if item not in right)
        return Outcome(UNSURE, sentence, (asked.held_figure(right[0]), asked.held_figure(other)))
    return _wrong(asked, series, items[-1])


def _weakest(states: Sequence[str]) -> str:
    return ROUNDED if ROUNDED in states else RIGHT


def _no_period(asked: NumberReading, series: list[Observation], when: Date) -> Outcome:
    last = series[-1]
    late = when.first > last_day(asked.indicator.period, last.period)
    newer = newer_source(asked) if late else None
    seen = level_outcome(newer, (when,)) if newer else None
    if seen and seen.state in GOOD:
        return seen
    if other := _earlier(asked, series):
        return Outcome(
            PERIOD,
            f"This is the figure {asked.when(other)}; for {when.text} none is held.",
            (asked.held_figure(other),),
        )
    if seen:
        return seen
    why = f"No figure for {when.text} is held; the newest is {asked.when(last)}."
    return Outcome(NOT_HELD, why, (asked.held_figure(last),))


def _wrong(asked: NumberReading, series: list[Observation], item: Observation) -> Outcome:
    """What may have gone wrong: an older edition, another period, another place; else it is contradicted."""
    if satisfies_bound(asked.indicator, asked.number, item.figure):
        return Outcome(UNSURE, "It is true of the figure held, but far from it.", (asked.held_figure(item),))
    if _revised(asked, item.period):
        return Outcome(
            SUPERSEDED,
            "This was published first; the publisher has revised it since.",
            (asked.held_figure(item),),
        )
    if other := _earlier(asked, [one for one in series if one.period != item.period]):
        return Outcome(
            PERIOD,
            f"This is the figure {asked.when(other)}.",
            (asked.held_figure(item), asked.held_figure(other)),
        )
    for place in asked.others if asked.exact else ():
        there = asked.site.observations(asked.indicator).at(place.code, item.period)
        if place.code != asked.place.code and there and there.value is not None and asked.good(there):
            return Outcome(
                PLACE,
                f"This is the figure of {place.name}.",
                (asked.held_figure(item), asked.held_figure(there, place)),
            )
    return Outcome(CONTRADICTED, "Another figure is held.", (asked.held_figure(item),))


def _revised(asked: NumberReading, period: date) -> bool:
    """Whether an earlier edition held the number for the period."""
    past = values_of(asked.site.store, asked.indicator, asked.place.code, period)
    past += former_values(asked.site, asked.indicator, asked.place.code, period)
    return any(agrees(asked.indicator, asked.number, one.value) for one in past)
