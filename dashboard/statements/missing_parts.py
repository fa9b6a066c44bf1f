"""Missing parts: which districts keep a region from having the sum of its districts."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import REGIONS, Area
from dashboard.datastore.observations import Observation, Observations
from dashboard.site import Site

NAMED = 3  # of the districts that are missing


def missing_sum(site: Site, indicator: Indicator, region: Area) -> str:
    """Why `region` has no sum of its districts in a period in which most of them have a figure, in words:
    "No sum for 2023/24: North Yorkshire has no figure"; "" where it is not for want of a district."""
    observations = site.observations(indicator)
    if region.level not in REGIONS or not _summed(indicator, observations, region):
        return ""
    districts = site.geography.members(region.code)
    newest = observations.latest(region.code)
    periods = {item.period for area in districts for item in observations.series(area.code)}
    for period in sorted(periods, reverse=True):
        if newest and period <= newest.period:
            return ""
        lacking = [area for area in districts if not _counts(indicator, observations.at(area.code, period))]
        if lacking and 2 * len(lacking) <= len(districts):
            label = indicator.period_label(period)
            return f"No sum for {label}: {_names(lacking)} {'have' if len(lacking) > 1 else 'has'} no figure"
    return ""


def _summed(indicator: Indicator, observations: Observations, region: Area) -> bool:
    """Whether the region's figures are sums of its districts', by metadata or as its SELECT marks them."""
    return indicator.sum_of == "district" or any(
        item.status == "derived" for item in observations.series(region.code)
    )


def _counts(indicator: Indicator, item: Observation | None) -> bool:
    """Whether a district has what the sum is made of."""
    if item is None or item.value is None:
        return False
    return (
        indicator.sum_of == ""
        or indicator.statistic == "count"
        or None not in (item.numerator, item.denominator)
    )


def _names(areas: list[Area]) -> str:
    names = [area.name for area in areas[:NAMED]]
    if len(areas) > NAMED:
        names.append(f"{len(areas) - NAMED} more")
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
