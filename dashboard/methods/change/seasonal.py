"""Taking the season out of a monthly, quarterly or termly series before it is judged."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.change.stl import season_of

PER_YEAR = {"month": 12, "quarter": 4, "term": 3}


@dataclass(frozen=True)
class Adjusted:
    """A series without its season. `values[0]` stands at position `start` of the original; `method` says how,
    in words for the reader; `unit` is 'same' as the original or 'percent' change."""

    values: tuple[float, ...]
    start: int
    method: str
    unit: str


def on_year_before(values: ArrayLike, frequency: str, *, percent: bool = True) -> Adjusted:
    """Compare every period with the same period a year before.

    `values` in time order, one for each regular period, NaN where missing; `percent` gives the change in per
    cent of the year before (NaN where that is zero or less), else the difference in the indicator's unit.
    Refuses: a frequency other than month, quarter or term; a series that does not reach past its first year.
    """
    series, per_year = _checked(values, frequency)
    if len(series) <= per_year:
        raise ValueError(f"{len(series)} periods do not reach past the first year; {per_year + 1} are needed")
    now, before = series[per_year:], series[:-per_year]
    change = now - before
    if percent:
        change = np.divide(100 * change, before, out=np.full(len(now), np.nan), where=before > 0)
    method = f"each {frequency} is compared with the same {frequency} a year before"
    return Adjusted(tuple(change.tolist()), per_year, method, "percent" if percent else "same")


def stl_adjusted(values: ArrayLike, frequency: str) -> Adjusted:
    """Take out the season with STL (Cleveland et al. 1990), in its robust form.

    `values` in time order, one for each regular period, in the indicator's unit. Refuses: fewer than two full
    years, or a missing period, because STL cannot be computed with gaps.
    """
    series, per_year = _checked(values, frequency)
    if len(series) < 2 * per_year:
        raise ValueError(f"{len(series)} periods are too few to find a season; {2 * per_year} are needed")
    if np.isnan(series).any():
        raise ValueError("a period is missing; compare with the same period a year before instead")
    season = season_of(series, per_year)
    return Adjusted(tuple((series - season).tolist()), 0, "the usual season is taken out (STL)", "same")


def _checked(values: ArrayLike, frequency: str) -> tuple[np.ndarray, int]:
    if frequency not in PER_YEAR:
        raise ValueError(f"{frequency!r} has no season; say one of {', '.join(PER_YEAR)}")
    return np.asarray(values, dtype=float), PER_YEAR[frequency]
