"""A published series on its regular grid of periods: what the methods need, gaps kept as gaps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import nan

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import last_day
from dashboard.datastore.observations import Series
from dashboard.methods.change.choice import MONTHS, newest_cadence
from dashboard.methods.control_charts.control_limits import Step


@dataclass(frozen=True)
class RegularSeries:
    """One entry a regular period, in time order; NaN where nothing is published.

    `frequency` is the kind that dashboard.methods.change.choice understands. `benchmark_values` are
    the benchmark's figures of the same periods, and `benchmark` is its name: empty where none is held.
    """

    frequency: str
    periods: tuple[date, ...]
    values: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    benchmark_values: tuple[float, ...] = ()
    benchmark: str = ""


def regular(indicator: Indicator, series: Series) -> RegularSeries:
    """`series` of `indicator` on its grid. Empty when no figure is published.

    Points in time begin where their newest cadence does: three a year and then two keep no common step.
    """
    figures = [item for item in series if item.value is not None]
    frequency, since = _cadence(indicator.period, [item.period for item in figures])
    figures = [item for item in figures if item.period >= since]
    months = MONTHS.get(frequency, 12)
    by_slot = {_slot(item.period, months): item for item in figures}
    slots = range(min(by_slot), max(by_slot) + 1) if by_slot else ()
    items = [by_slot.get(slot) for slot in slots]
    periods = [item.period if item else _start(slot, months) for slot, item in zip(slots, items, strict=True)]
    return RegularSeries(
        frequency,
        tuple(periods),
        tuple(item.figure if item else nan for item in items),
        tuple(nan if item is None or item.lower is None else item.lower for item in items),
        tuple(nan if item is None or item.upper is None else item.upper for item in items),
    )


def until(series: RegularSeries, years: int) -> RegularSeries:
    """`series` as it was `years` before its newest period; empty where it is not as long."""
    kept = max(0, len(series.values) - years * 12 // MONTHS.get(series.frequency, 12))
    return cut(series, 0, kept)


def cut(series: RegularSeries, start: int, stop: int) -> RegularSeries:
    """`series` from position `start` to before `stop`."""
    stretch = slice(start, stop)
    return replace(
        series,
        periods=series.periods[stretch],
        values=series.values[stretch],
        lower=series.lower[stretch],
        upper=series.upper[stretch],
        benchmark_values=series.benchmark_values[stretch],
    )


@dataclass(frozen=True)
class Panel:
    """Many areas on one grid: `rows` has one tuple an area of `codes`, NaN where nothing is published.

    `last` is the newest period of any of them; `months` the distance between periods.
    """

    codes: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    last: date
    months: int


def panel(indicator: Indicator, areas: Mapping[str, Series]) -> Panel | None:
    """`areas` (code to series) on their common grid, from the last break on; None where nothing is there."""
    figures = {code: [item for item in series if item.value is not None] for code, series in areas.items()}
    periods = sorted({item.period for series in figures.values() for item in series})
    begun = [step.since for step in steps(indicator) if periods and step.since <= periods[-1]]
    periods = [period for period in periods if period >= max(begun, default=date.min)]
    if not periods:
        return None
    frequency, since = _cadence(indicator.period, periods)
    periods = [period for period in periods if period >= since]
    months = MONTHS.get(frequency, 12)
    slots = range(_slot(periods[0], months), _slot(periods[-1], months) + 1)
    by_slot = {
        code: {_slot(item.period, months): item.figure for item in series if item.period >= periods[0]}
        for code, series in figures.items()
    }
    rows = tuple(tuple(values.get(slot, nan) for slot in slots) for values in by_slot.values())
    return Panel(tuple(by_slot), rows, periods[-1], months)


def period_end(indicator: Indicator, start: date) -> date:
    """The last day of the indicator's period that begins on `start`; itself for a point in time."""
    return last_day(indicator.period, start)


def steps(indicator: Indicator) -> tuple[Step, ...]:
    """The indicator's breaks as the methods take them."""
    return tuple(Step(item.since, item.reason) for item in indicator.breaks)


def _cadence(kind: str, periods: list[date]) -> tuple[str, date]:
    """The frequency, and the first period that keeps it.

    Points in time have the cadence of their newest dates; one a year, or too few to tell, is annual.
    """
    if kind == "three months":
        return "quarter", date.min
    if kind != "point in time" or len({period.year for period in periods}) == len(periods):
        return kind, date.min
    try:
        found = newest_cadence(periods)
    except ValueError:
        return kind, date.min
    months = MONTHS.get(found, 12)
    # A step much shorter than the newest ones belongs to an older, closer cadence.
    closer = [b for a, b in pairwise(periods) if (b - a).days < 25 * months]
    return (kind if found == "year" else found), max(closer, default=date.min)


def _slot(period: date, months: int) -> int:
    return (period.year * 12 + period.month - 1) // months


def _start(slot: int, months: int) -> date:
    year, month = divmod(slot * months, 12)
    return date(year, month + 1, 1)
