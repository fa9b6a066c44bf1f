"""Direction: whether a figure that is said to have risen or fallen to where it is did so."""

import re
from dataclasses import replace
from datetime import date

from dashboard.catalogue.periods import later
from dashboard.check.mark import CONTRADICTED, GOOD, NOT_CHECKED, UNSURE
from dashboard.check.reading.dates import Date, ends_of, periods_meant
from dashboard.check.reading.directions import DOWN, UP
from dashboard.check.reading.sentences import Sentence
from dashboard.check.verdict.figures import newer_source
from dashboard.check.verdict.number_reading import NumberReading, Outcome
from dashboard.datastore.observed import Observation

TO = re.compile(
    rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))"
    r"\b[^;:()]{0,80}?\bto(?: (?:just|only|about|around|nearly|over|under))?\s+$",
    re.IGNORECASE,
)


def check_direction(
    reading: NumberReading, sentence: Sentence, when: tuple[Date, ...], outcome: Outcome
) -> Outcome:
    """`outcome`; a right figure that is said to have moved the other way is contradicted."""
    moved = TO.search(sentence.text[: reading.number.start]) if outcome.state in GOOD else None
    if moved is None:
        return outcome
    series = reading.series()
    item = figure_meant(reading, series, when)
    newer = newer_source(reading) if item is None else None
    if newer:
        return check_direction(newer, sentence, when, outcome)
    earlier = earlier_figures(reading, sentence, series, item) if item else []
    if item is None:
        return Outcome(NOT_CHECKED, "From which figure it moved is not held or not said.", outcome.held)
    if not earlier:  # the number itself is held: only the way there is not
        return replace(outcome, why=f"{outcome.why} No earlier figure is held: the direction is not checked.")
    way = 1 if moved["up"] else -1
    false = [one for one in earlier if (item.figure - one.figure) * way <= 0]
    if not false:
        return outcome
    figures = (reading.held_figure(item), *map(reading.held_figure, false))
    if len(false) < len(earlier):
        return Outcome(UNSURE, f"Not so from the figure {reading.when(false[0])}.", figures)
    return Outcome(
        CONTRADICTED, f"The figure is held, but it did not {'rise' if way > 0 else 'fall'}.", figures
    )


def figure_meant(
    reading: NumberReading, series: list[Observation], when: tuple[Date, ...]
) -> Observation | None:
    """The figure that the number is: of the dates named, or the newest."""
    if not when:
        return series[-1] if series and reading.good(series[-1]) else None
    starts = _periods(reading, when, [one.period for one in series])
    return next((one for one in reversed(series) if one.period in starts and reading.good(one)), None)


def earlier_figures(
    reading: NumberReading, sentence: Sentence, series: list[Observation], item: Observation
) -> list[Observation]:
    """The figures it may have moved from: of the earlier date named, else a year before and the last."""
    earlier = [one for one in series if one.period < item.period]
    named = _periods(reading, sentence.dates, [one.period for one in earlier])
    if named:
        return [one for one in earlier if one.period in named][:1]
    year = later(item.period, -12)
    return [one for one in earlier if abs((one.period - year).days) < 32 or one is earlier[-1]]


def _periods(reading: NumberReading, dates: tuple[Date, ...], periods: list[date]) -> set[date]:
    """Those of `periods` that any of the dates may mean, by itself or by one of its ends."""
    ends = [end for one in dates for end in (one, *(ends_of(one) or ()))]
    return {day for one in ends for day in periods_meant(reading.indicator, periods, one)}
