"""Skills supply against demand, by occupation and by level of qualification.

Source: the arithmetic of Local Skills Improvement Plans and Skills England ("Occupations in demand", the
DfE Local Skills dashboard) and of the Skills Imperative 2035 projections (DfE and NFER), which carry no
margins of error and were made in 2023. Occupations are SOC 2020 sub-major groups. All counts are people or
jobs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True, eq=False)
class Adverts:
    """Online job adverts against people employed, for each occupation.

    `rate_here` and `rate_national` are adverts per 100 employed; `tightness` their ratio (above 1: more
    adverts per worker than in the country); `advert_quotient` and `employment_quotient` are location
    quotients: the occupation's share here over its share nationally.
    """

    rate_here: np.ndarray
    rate_national: np.ndarray
    tightness: np.ndarray
    advert_quotient: np.ndarray
    employment_quotient: np.ndarray


def adverts(
    adverts_here: ArrayLike,
    employed_here: ArrayLike,
    adverts_national: ArrayLike,
    employed_national: ArrayLike,
) -> Adverts:
    """Where adverts run ahead of the workforce, occupation by occupation.

    One count for each occupation, the same occupations in all four. Shares are of the occupations given, so
    give them all (or say which). A zero or missing base gives NaN.
    Refuses negative counts and lists of different lengths.
    """
    a, e, b, f = _counts(adverts_here, employed_here, adverts_national, employed_national)
    rate_here, rate_national = 100 * _over(a, e), 100 * _over(b, f)
    return Adverts(
        rate_here,
        rate_national,
        _over(rate_here, rate_national),
        location_quotient(a, b),
        location_quotient(e, f),
    )


def location_quotient(here: ArrayLike, national: ArrayLike) -> np.ndarray:
    """Each occupation's share of the total here over its share nationally: 1 = the same weight in both."""
    x, y = _counts(here, national)
    return _over(_over(x, np.nansum(x)), _over(y, np.nansum(y)))


@dataclass(frozen=True, eq=False)
class SupplyAndDemand:
    """People needed and people coming, a year, for each occupation. `gap` = demand - supply, above zero a
    shortage; `covered` = supply / demand (NaN when there is no demand)."""

    demand: np.ndarray
    supply: np.ndarray
    gap: np.ndarray
    covered: np.ndarray


def supply_and_demand(
    employed: ArrayLike,
    growth: ArrayLike,
    replacement_rate: ArrayLike,
    achievers: ArrayLike,
    related_job_rate: ArrayLike,
) -> SupplyAndDemand:
    """Annual demand (growth and leavers replaced) against annual supply (achievers who take a related job).

    `employed` people; `growth` jobs a year (may be negative); `replacement_rate` and `related_job_rate`
    shares from 0 to 1; `achievers` people a year. Refuses shares outside 0 to 1, negative counts, uneven
    lists.
    """
    people, done = _counts(employed, achievers)
    leaving, staying = _shares(replacement_rate, related_job_rate)
    demand = np.asarray(growth, dtype=float) + leaving * people
    supply = staying * done
    return SupplyAndDemand(
        demand, supply, demand - supply, np.where(demand > 0, _over(supply, demand), np.nan)
    )


def total_requirement(net_change: ArrayLike, replacement_demand: ArrayLike) -> np.ndarray:
    """Jobs to fill over a projection: expansion (may be negative) plus replacement demand, in people.

    Source: Skills Imperative 2035. Refuses a negative replacement demand: people do leave.
    """
    (replaced,) = _counts(replacement_demand)
    total: np.ndarray = np.asarray(net_change, dtype=float) + replaced
    return total


def shares_of_openings(openings: Mapping[str, float | None]) -> dict[str, float | None]:
    """The share (%) of the openings that need each level: of those that are positive.

    `openings` are people by level; where a level's are below zero there will be fewer such jobs, which are a
    share of nothing: None, and they are not taken off the others. None for all where one is not known (None).
    Refuses openings of which none is above zero.
    """
    known = [value for value in openings.values() if value is not None]
    if len(known) < len(openings):
        return dict.fromkeys(openings)
    total = sum(value for value in known if value > 0)
    if not total:
        raise ValueError("no level has openings; check that its figures were read")
    shares = (100 * value / total if value >= 0 else None for value in known)
    return dict(zip(openings, shares, strict=True))


def shares_of_people(people: Mapping[str, float | None]) -> dict[str, float | None]:
    """The share (%) of people who have each level as their highest, of those with one of them.

    None for all where one is not known. Refuses negative counts, and nobody at all.
    """
    known = [value for value in people.values() if value is not None]
    if len(known) < len(people):
        return dict.fromkeys(people)
    (counts,) = _counts(known)
    if not counts.sum() > 0:
        raise ValueError("nobody is counted; check that its figures were read")
    return dict(zip(people, (100 * counts / counts.sum()).tolist(), strict=True))


def whole(parts: Sequence[float | None]) -> float | None:
    """The sum of counts; None where any of them is not known."""
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _counts(*columns: ArrayLike) -> list[np.ndarray]:
    arrays = [np.asarray(column, dtype=float) for column in columns]
    if len({array.shape for array in arrays}) > 1:
        raise ValueError("the lists cover different numbers of occupations; give one figure for each in all")
    if any((array < 0).any() for array in arrays):
        raise ValueError("a count of people or adverts is below zero; check the source")
    return arrays


def _shares(*columns: ArrayLike) -> list[np.ndarray]:
    arrays = [np.asarray(column, dtype=float) for column in columns]
    if any(((array < 0) | (array > 1)).any() for array in arrays):
        raise ValueError("a rate lies outside 0 to 1; divide a percentage by 100")
    return arrays


def _over(top: ArrayLike, base: ArrayLike) -> np.ndarray:
    top, base = np.broadcast_arrays(np.asarray(top, dtype=float), np.asarray(base, dtype=float))
    ratio: np.ndarray = np.divide(top, base, out=np.full(top.shape, np.nan), where=base > 0)
    return ratio
