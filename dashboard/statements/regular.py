"""A published series on its regular grid of periods: what the methods need, gaps kept as gaps."""

from dataclasses import dataclass
from datetime import date
from math import nan

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Series
from dashboard.methods.choice import cadence
from dashboard.methods.limits import Step

_MONTHS = {"month": 1, "quarter": 3, "term": 4}


@dataclass(frozen=True)
class Regular:
    """One entry a regular period, in time order; NaN where nothing is published.

    `frequency` is the kind that dashboard.methods.choice understands.
    """

    frequency: str
    periods: tuple[date, ...]
    values: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]


def regular(indicator: Indicator, series: Series) -> Regular:
    """`series` of `indicator` on its grid. Empty when no figure is published."""
    figures = [item for item in series if item.value is not None]
    frequency = _frequency(indicator.period, [item.period for item in figures])
    months = _MONTHS.get(frequency, 12)
    by_slot = {_slot(item.period, months): item for item in figures}
    slots = range(min(by_slot), max(by_slot) + 1) if by_slot else ()
    items = [by_slot.get(slot) for slot in slots]
    periods = [item.period if item else _start(slot, months) for slot, item in zip(slots, items, strict=True)]
    return Regular(
        frequency,
        tuple(periods),
        tuple(item.value if item else nan for item in items),
        tuple(nan if item is None or item.lower is None else item.lower for item in items),
        tuple(nan if item is None or item.upper is None else item.upper for item in items),
    )


def steps(indicator: Indicator) -> tuple[Step, ...]:
    """The indicator's breaks as the methods take them."""
    return tuple(Step(item.since, item.reason) for item in indicator.breaks)


def _frequency(kind: str, periods: list[date]) -> str:
    """Points in time have the cadence of their dates; one a year, or too few to tell, is annual."""
    if kind != "point in time" or len({period.year for period in periods}) == len(periods):
        return kind
    try:
        found = cadence(periods)
    except ValueError:
        return kind
    return kind if found == "year" else found


def _slot(period: date, months: int) -> int:
    return (period.year * 12 + period.month - 1) // months


def _start(slot: int, months: int) -> date:
    year, month = divmod(slot * months, 12)
    return date(year, month + 1, 1)
