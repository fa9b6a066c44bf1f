"""The figures of ten deciles: neighbourhoods added up where counts are held, else averaged by residents."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf, isnan, nan

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.confidence_limits import PER_CENT
from dashboard.datastore.deprivation import DECILES
from dashboard.datastore.observations import Observation
from dashboard.methods.slope_index import SlopeIndex, slope_index

_SUMMED = {"proportion", "rate", "ratio"}
Columns = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Decile:
    """One decile: 1 is the most deprived. `value` in the indicator's unit, with 95% limits if counts allow.

    `people` is what it weighs in the line: the base of its figure where counts are held, else residents.
    """

    number: int
    areas: int
    people: float
    value: float
    lower: float | None = None
    upper: float | None = None
    numerator: float | None = None


def counted(indicator: Indicator, figures: Mapping[str, Observation]) -> bool:
    """Whether the figures of neighbourhoods can be added up: the counts behind every one are held."""
    return indicator.statistic in _SUMMED and all(
        item.numerator is not None and (item.denominator or 0) > 0 for item in figures.values()
    )


def summed(indicator: Indicator, of: Mapping[str, int], figures: Mapping[str, Observation]) -> Columns:
    """Counts over bases of the neighbourhoods of each decile; `of` gives the decile of a code."""
    count, base = np.zeros(DECILES), np.zeros(DECILES)
    for code, item in figures.items():
        count[of[code] - 1] += item.numerator
        base[of[code] - 1] += item.denominator
    per = PER_CENT if indicator.statistic == "proportion" else indicator.per or 1
    return _columns(per * count / base, count, base, base)


def averaged(
    of: Mapping[str, int], figures: Mapping[str, Observation], residents: Mapping[str, int]
) -> Columns | None:
    """The average of the neighbourhoods of each decile, by their residents; None where a decile has none."""
    total, weight = np.zeros(DECILES), np.zeros(DECILES)
    for code, item in figures.items():
        lived = residents.get(code, 0)
        total[of[code] - 1] += lived * item.figure
        weight[of[code] - 1] += lived
    if not weight.all():
        return None
    none = np.full(DECILES, nan)
    return _columns(total / weight, none, none, weight)


def deciles_of(columns: Columns, areas: np.ndarray) -> tuple[Decile, ...]:
    """The ten deciles; `areas` are the neighbourhoods with a figure in each."""

    def told(name: str, at: int) -> float | None:
        value = float(columns[name][at])
        return None if isnan(value) else value

    return tuple(
        Decile(
            at + 1,
            int(areas[at]),
            float(columns["people"][at]),
            float(columns["value"][at]),
            *(told(name, at) for name in ("lower", "upper", "numerator")),
        )
        for at in range(DECILES)
    )


def slope_of(indicator: Indicator, deciles: tuple[Decile, ...]) -> SlopeIndex:
    """The straight line through the deciles. Limits of proportions and rates keep inside what can be."""
    columns = [
        [nan if end is None else end for end in ends] for ends in zip(*map(_limited, deciles), strict=True)
    ]
    times = PER_CENT if indicator.statistic == "proportion" else 1
    most = times if indicator.statistic == "proportion" else inf
    inside = all(0 < value < most for column in columns for value in column)
    kind = indicator.statistic if inside and indicator.statistic in ("proportion", "rate") else "number"
    values, lower, upper = ([value / times for value in column] for column in columns)
    found = slope_index(values, [item.people for item in deciles], lower, upper, kind=kind)
    limits = found.slope_limits and (found.slope_limits[0] * times, found.slope_limits[1] * times)
    return replace(found, start=found.start * times, slope=found.slope * times, slope_limits=limits)


def _limited(item: Decile) -> list[float]:
    return [nan if end is None else end for end in (item.value, item.lower, item.upper)]


def _columns(value: np.ndarray, count: np.ndarray, base: np.ndarray, people: np.ndarray) -> Columns:
    none = np.full(DECILES, nan)
    columns = {"value": value, "numerator": count, "denominator": base, "people": people}
    return columns | {"lower": none, "upper": none.copy()}
