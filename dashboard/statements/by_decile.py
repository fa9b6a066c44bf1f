"""By decile: an indicator of neighbourhoods from the most deprived decile of a region to the least."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.confidence_limits import with_limits
from dashboard.datastore.deprivation import DECILES, deciles, is_deprivation, is_part_of_it
from dashboard.datastore.neighbourhoods import levels_inside, residents
from dashboard.methods.comparison import Difference, difference
from dashboard.methods.slope_index import SlopeIndex
from dashboard.site import Site
from dashboard.statements.decile_figures import Decile, averaged, counted, deciles_of, slope_of, summed

__all__ = ["ByDecile", "Decile", "by_decile", "why_not"]

ENOUGH_FIGURES = 0.9  # of a decile's neighbourhoods must have a figure, or it speaks for others than itself
FEWEST_NEIGHBOURHOODS = 10  # neighbourhoods in a decile


@dataclass(frozen=True)
class ByDecile:
    """The ten deciles in one period, the line through them, and the most deprived less the least.

    `averaged` says that figures are averages of neighbourhoods, weighted by residents, because no counts are
    held; `part` that the indicator goes into the index of deprivation itself, or the index into it.
    """

    indicator: Indicator
    region: Area
    period: date
    deciles: tuple[Decile, ...]
    slope: SlopeIndex
    gap: Difference
    averaged: bool
    part: bool

    @property
    def ratio(self) -> float | None:
        """The relative index: the line's least deprived end as a multiple of the most deprived.

        None of scores that go below 0, and where the line does: a multiple would say nothing.
        """
        above = min(*(item.value for item in self.deciles), self.slope.start, self.slope.end) > 0
        return self.slope.ratio if above else None

    @property
    def size(self) -> float:
        """The figure of the most deprived decile less that of the least deprived."""
        return self.deciles[0].value - self.deciles[-1].value


def by_decile(site: Site, indicator: Indicator, region: Area) -> ByDecile | None:
    """The ByDecile of `indicator` in `region`; None where it cannot be told (`why_not` says why)."""
    if not has_neighbourhoods(site, indicator, region) or _never(site, indicator, region):
        return None
    key = ("by decile", indicator, region.code)
    return site.remember(key, lambda: _made(site, indicator, region))


def why_not(site: Site, indicator: Indicator, region: Area) -> str:
    """Why an indicator with figures of neighbourhoods has no deciles; empty of one without such figures."""
    if not has_neighbourhoods(site, indicator, region):
        return ""
    return _never(site, indicator, region) or "too many neighbourhoods have no figure"


def has_neighbourhoods(site: Site, indicator: Indicator, region: Area) -> bool:
    """Whether the indicator has figures of neighbourhoods in `region`."""
    return "lsoa" in levels_inside(site.store, indicator, region.code)


def _never(site: Site, indicator: Indicator, region: Area) -> str:
    if indicator.carried_from == "district":
        return "all neighbourhoods of a district carry its one figure"
    if is_deprivation(site.store, indicator):
        return "this is a measure of deprivation itself"
    if indicator.statistic == "count":
        return "a number of people says nothing of tenths with more people in them or fewer"
    if len(deciles(site.store, region.code)) < FEWEST_NEIGHBOURHOODS * DECILES:
        return "there are too few neighbourhoods for tenths"
    return ""


def _made(site: Site, indicator: Indicator, region: Area) -> ByDecile | None:
    of = deciles(site.store, region.code)
    observations = site.observations(indicator, region.code)
    latest = {code: item for code in of if (item := observations.latest(code))}
    newest = max((item.period for item in latest.values()), default=None)
    figures = {code: item for code, item in latest.items() if item.period == newest}
    areas = _many(of[code] for code in figures)
    if newest is None or (areas < ENOUGH_FIGURES * _many(of.values())).any():
        return None
    added = counted(indicator, figures)
    columns = (
        summed(indicator, of, figures) if added else averaged(of, figures, residents(site.store, region.code))
    )
    if columns is None:
        return None
    made = deciles_of(with_limits(site.store, indicator, columns), areas)
    first, last = ((item.value, item.lower, item.upper) for item in (made[0], made[-1]))
    gap = difference(first, last, indicator.better)
    part = is_part_of_it(site.store, indicator)
    return ByDecile(indicator, region, newest, made, slope_of(indicator, made), gap, not added, part)


def _many(numbers: Iterable[int]) -> np.ndarray:
    return np.bincount([number - 1 for number in numbers], minlength=DECILES)
