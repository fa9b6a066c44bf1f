"""Observed: one indicator's observations packed in columns, and made into tuples when they are asked for.

A process holds every indicator's figures; as tuples of Python objects they would take ten times the memory.
"""

import sys
import threading
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple
from weakref import WeakValueDictionary

import numpy as np

from dashboard.datastore.areas import Area
from dashboard.runtime.lru_cache import LruCache

MOST_RECENT = 16_000  # observations kept as tuples, of all indicators together: what a page of a region reads
_PLACE = 100  # bytes of an area among the places
NUMBERS = ("value", "lower", "upper", "numerator", "denominator")


class Observation(NamedTuple):
    """One figure: an area's value in one period, in the indicator's unit, with its 95% limits if published.

    `value` is None where there is no figure; `status` then says why.
    """

    area_code: str
    period: date
    value: float | None
    lower: float | None
    upper: float | None
    numerator: float | None
    denominator: float | None
    status: str

    @property
    def figure(self) -> float:
        """The value of an observation that is known to have one. Raises ValueError where there is none."""
        if self.value is None:
            raise ValueError(f"{self.area_code} has no figure in {self.period}")
        return self.value

    @property
    def limits(self) -> tuple[float, float] | None:
        """The lower and the upper 95% limit; None unless both are known."""
        return None if self.lower is None or self.upper is None else (self.lower, self.upper)


Series = tuple[Observation, ...]


class _Places(dict[str, int]):
    """Area codes with their numbers from 0, in the order of the rows; one for all with the same areas."""

    __slots__ = ("__weakref__",)


# What was read last, as tuples; no two Observations of a process have the same number.
_RECENT: LruCache[Series] = LruCache(weight=MOST_RECENT)
_NUMBERED = count()
_PLACES: WeakValueDictionary[tuple[str, ...], _Places] = WeakValueDictionary()
_PLACES_LOCK = threading.Lock()


def _shared(codes: Iterable[str]) -> tuple[_Places, int]:
    """The places of `codes`, and the bytes that they add: none where another indicator has the same areas.

    Each indicator with places of its own would take more for its codes than for its figures.
    """
    key = tuple(map(sys.intern, codes))
    with _PLACES_LOCK:
        if (found := _PLACES.get(key)) is not None:
            return found, 0
        made = _PLACES[key] = _Places((code, place) for place, code in enumerate(key))
        return made, _PLACE * len(key)


class Observations:
    """All observations of one indicator, by area and in time order."""

    def __init__(self, columns: Mapping[str, np.ndarray]):
        """`columns`: area_code and status as text, period as days, NUMBERS as floats with NaN for none; rows
        of one area together and in time order."""
        codes = columns["area_code"]
        starts = [0, *(np.flatnonzero(codes[1:] != codes[:-1]) + 1).tolist()] if len(codes) else []
        self._places, self._brought = _shared(codes[starts].tolist())
        self._starts = array("I", [*starts, len(codes)])
        days, places = np.unique(columns["period"].astype("datetime64[D]"), return_inverse=True)
        self._days: list[date] = days.tolist()
        self._period = array("H", places.astype(np.uint16).tobytes())
        self._numbers = [_packed(columns[name]) for name in NUMBERS]
        reasons: dict[str, int] = {}
        self._status = bytes(reasons.setdefault(text, len(reasons)) for text in columns["status"].tolist())
        self._reasons = list(reasons)
        self._number = next(_NUMBERED)

    def __contains__(self, area_code: str) -> bool:
        return area_code in self._places

    def __len__(self) -> int:
        return len(self._period)

    def areas(self) -> Iterable[str]:
        """The codes of every area that has an observation."""
        return self._places.keys()

    def series(self, area_code: str) -> Series:
        """The observations of one area in time order; empty when nothing is published for it."""
        found = _RECENT.get((self._number, area_code))
        if found is None:
            found = tuple(self._one(area_code, row) for row in self._rows(area_code))
            _RECENT.put((self._number, area_code), found, len(found) + 1)
        return found

    def latest(self, area_code: str) -> Observation | None:
        """The newest observation of one area that holds a figure, or None."""
        values = self._numbers[0]
        if values is None:
            return None
        for row in reversed(self._rows(area_code)):
            if values[row] == values[row]:
                return self._one(area_code, row)
        return None

    def at(self, area_code: str, period: date) -> Observation | None:
        """The observation of one area in the period that begins on `period`, or None."""
        for row in self._rows(area_code):
            if self._days[self._period[row]] == period:
                return self._one(area_code, row)
        return None

    @property
    def bytes_held(self) -> int:
        """About what these figures take in memory, packed."""
        packed = sum(8 * len(numbers) for numbers in self._numbers if numbers) + 3 * len(self._period)
        return packed + 4 * len(self._places) + self._brought

    @property
    def periods(self) -> list[date]:
        """The first days of all periods, oldest first."""
        return self._days

    def values(self, areas: Iterable[str], period: date) -> dict[str, float]:
        """The figure of each of `areas` that has one in the period: what a rank needs, without the rest."""
        values = self._numbers[0]
        if values is None or period not in self._days:
            return {}
        wanted = self._days.index(period)
        found = {}
        for area in areas:
            for row in self._rows(area):
                if self._period[row] == wanted and values[row] == values[row]:
                    found[area] = values[row]
        return found

    def figures(self, area_code: str) -> dict[date, float]:
        """The published figures of one area by period, oldest first: a series without the rest of it."""
        values = self._numbers[0]
        if values is None:
            return {}
        rows = self._rows(area_code)
        return {self._days[self._period[row]]: values[row] for row in rows if values[row] == values[row]}

    def _rows(self, area_code: str) -> range:
        place = self._places.get(area_code)
        return range(0) if place is None else range(self._starts[place], self._starts[place + 1])

    def _one(self, area_code: str, row: int) -> Observation:
        value, lower, upper, numerator, denominator = (
            None if column is None or (number := column[row]) != number else number
            for column in self._numbers
        )
        reason = self._reasons[self._status[row]]
        period = self._days[self._period[row]]
        return Observation(area_code, period, value, lower, upper, numerator, denominator, reason)


def _packed(numbers: np.ndarray) -> "array[float] | None":
    """The column as eight bytes a row; None for one that holds no figure."""
    return None if np.isnan(numbers).all() else array("d", numbers.astype(np.float64).tobytes())


def common_period(observations: Observations, areas: Sequence[Area]) -> date | None:
    """The newest period in which at least half of the `areas` that ever have a figure have one."""
    if len(observations.periods) == 1:  # as for most measures of small areas, of which there are thousands
        (only,) = observations.periods
        return only if any(observations.latest(area.code) for area in areas) else None
    series = [observations.series(area.code) for area in areas]
    counts = Counter(item.period for items in series for item in items if item.value is not None)
    ever = sum(any(item.value is not None for item in items) for items in series)
    return max((period for period, count in counts.items() if 2 * count >= ever), default=None)
