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


def level_outcome(reading: NumberReading, when: Sequence[Date]) -> Outcome:
    """The outcome of the number as a figure of the period named, or of the newest where none is."""
    series = reading.series()
    if not series:
        return _nothing(reading, when)
    if not when:
        return _newest(reading, series)
    return _dated(reading, series, _within(reading.indicator, series, when), when[0])


def _within(indicator: Indicator, series: Sequence[Observation], when: Sequence[Date]) -> list[Observation]:
    """Those of `series` whose period one of the dates may mean."""
    periods = [item.period for item in series]
    found = {start for one in when for start in periods_meant(indicator, periods, one)}
    return [item for item in series if item.period in found]


def figure_outcome(reading: NumberReading, item: Observation) -> Outcome:
    """The outcome of the number as the figure `item`, whose period was inferred from another figure's."""
    state = reading.good(item)
    if state:
        return Outcome(
            state, f"It is the figure {reading.when(item)}.", (reading.held_figure(item),), relative=True
        )
    return replace(_wrong(reading, reading.series(), item), relative=True)


def _nothing(reading: NumberReading, when: Sequence[Date]) -> Outcome:
    """The place has no figure at all; another may have just this one."""
    sentence = f"{reading.indicator.title}: {absent(reading.site, reading.indicator, reading.place).full}."
    for place in reading.others if reading.exact else ():
        series = reading.series(place)
        items = _within(reading.indicator, series, when) if when else series[-1:]
        if len(items) == 1 and reading.good(items[0]):
            return Outcome(
                PLACE,
                f"This is the figure of {place.name}. {sentence}",
                (reading.held_figure(items[0], place),),
            )
    return Outcome(NOT_HELD, sentence)


def _newest(reading: NumberReading, series: list[Observation]) -> Outcome:
    """Without a date the newest figure is meant, of the newest source."""
    newer = newer_source(reading)
    if newer:
        outcome = level_outcome(newer, ())
        if outcome.state in GOOD:
            return outcome
    last = series[-1]
    state = reading.good(last)
    if state and not newer:
        return Outcome(
            state,
            f"No period is named; this is the newest figure, {reading.when(last)}.",
            (reading.held_figure(last),),
        )
    earlier = last if state else _earlier(reading, series[:-1])
    if earlier is None:
        return level_outcome(newer, ()) if newer else _wrong(reading, series, last)
    now = newer.held_figure(newer.series()[-1]) if newer else reading.held_figure(last)
    return Outcome(
        SUPERSEDED,
        f"This was the figure {reading.when(earlier)}; there is a newer one.",
        (now, reading.held_figure(earlier)),
    )


def newer_source(reading: NumberReading) -> NumberReading | None:
    """The same of the newest source that tells of it and has a figure of the place."""
    for name in age(reading.site, reading.indicator).newer:
        other = reading.site.indicators.get(name)
        if other is None or (other.prefix, other.suffix) != (
            reading.indicator.prefix,
            reading.indicator.suffix,
        ):
            continue
        again = NumberReading(
            reading.site, reading.region, other, reading.place, reading.number, reading.others
        )
        if again.series():
            return again
    return None


def _earlier(reading: NumberReading, series: Iterable[Observation]) -> Observation | None:
    """The newest of `series` that the number is, if it is said exactly: "about 70%" is many figures."""
    fits = [item for item in series if reading.exact and reading.good(item)]
    return fits[-1] if fits else None


def _dated(
    reading: NumberReading, series: list[Observation], items: list[Observation], when: Date
) -> Outcome:
    if not items:
        return _no_period(reading, series, when)
    states = [reading.good(item) for item in items]
    right = [item for item, state in zip(items, states, strict=True) if state]
    if len(right) == len(items):
        if when.kind == YEAR and reading.indicator.period in _NO_YEARS:
            sentence = f"“{when.text}” is no year of these figures: they are of {reading.indicator.period}s."
            return Outcome(UNSURE, sentence, tuple(map(reading.held_figure, items[:2])))
        newest = (
            ""
            if items[-1].period == series[-1].period
            else f" A newer one is held, {reading.when(series[-1])}."
        )
        return Outcome(
            _weakest(states),
            f"As held {reading.when(items[0])}.{newest}",
            tuple(map(reading.held_figure, items[:2])),
        )
    if right:
        meanings = " or ".join(reading.when(item).split(" ", 1)[1] for item in items[:3])
        sentence = f"“{when.text}” may mean {meanings}."
        other = next(item for item in items if item not in right)
        return Outcome(UNSURE, sentence, (reading.held_figure(right[0]), reading.held_figure(other)))
    return _wrong(reading, series, items[-1])


def _weakest(states: Sequence[str]) -> str:
    return ROUNDED if ROUNDED in states else RIGHT


def _no_period(reading: NumberReading, series: list[Observation], when: Date) -> Outcome:
    last = series[-1]
    late = when.first > last_day(reading.indicator.period, last.period)
    newer = newer_source(reading) if late else None
    outcome = level_outcome(newer, (when,)) if newer else None
    if outcome and outcome.state in GOOD:
        return outcome
    if other := _earlier(reading, series):
        return Outcome(
            PERIOD,
            f"This is the figure {reading.when(other)}; for {when.text} none is held.",
            (reading.held_figure(other),),
        )
    if outcome:
        return outcome
    why = f"No figure for {when.text} is held; the newest is {reading.when(last)}."
    return Outcome(NOT_HELD, why, (reading.held_figure(last),))


def _wrong(reading: NumberReading, series: list[Observation], item: Observation) -> Outcome:
    """What may have gone wrong: an older edition, another period, another place; else it is contradicted."""
    if satisfies_bound(reading.indicator, reading.number, item.figure):
        return Outcome(
            UNSURE, "It is true of the figure held, but far from it.", (reading.held_figure(item),)
        )
    if _revised(reading, item.period):
        return Outcome(
            SUPERSEDED,
            "This was published first; the publisher has revised it since.",
            (reading.held_figure(item),),
        )
    if other := _earlier(reading, [one for one in series if one.period != item.period]):
        return Outcome(
            PERIOD,
            f"This is the figure {reading.when(other)}.",
            (reading.held_figure(item), reading.held_figure(other)),
        )
    for place in reading.others if reading.exact else ():
        there = reading.site.observations(reading.indicator).at(place.code, item.period)
        if place.code != reading.place.code and there and there.value is not None and reading.good(there):
            return Outcome(
                PLACE,
                f"This is the figure of {place.name}.",
                (reading.held_figure(item), reading.held_figure(there, place)),
            )
    return Outcome(CONTRADICTED, "Another figure is held.", (reading.held_figure(item),))


def _revised(reading: NumberReading, period: date) -> bool:
    """Whether an earlier edition held the number for the period."""
    past = values_of(reading.site.store, reading.indicator, reading.place.code, period)
    past += former_values(reading.site, reading.indicator, reading.place.code, period)
    return any(agrees(reading.indicator, reading.number, one.value) for one in past)
