"""Missing parts: which parts keep an area from having the sum of its parts."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND, REGIONS, Area
from dashboard.datastore.missing_parts import parts_without
from dashboard.datastore.observations import Observation, Observations
from dashboard.site import Site
from dashboard.statements.absence.scope import LOWER_TIER, kind

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
            return f"No sum for {label}: {_have(lacking)} no figure"
    return ""


def parts_lacking(site: Site, indicator: Indicator, area: Area) -> str:
    """Which parts of `area`, which has no figure, lack what its sum would be made of, in the newest period of
    any of them, as the subject of "no figure": "North Yorkshire has", "3 of its 289
    neighbourhoods have"; "" where nothing is summed up, or nothing lacks, or everything."""
    if indicator.sum_of in ("lsoa", "msoa"):
        without, total = parts_without(site.store, indicator).get(area.code, (0, 0))
        many = "neighbourhoods" if indicator.sum_of == "lsoa" else "areas of about 8,000 people"
        return f"{without:,} of its {total:,} {many} {'has' if without == 1 else 'have'}" if without else ""
    abroad = area.level == "country" and area.code != ENGLAND  # none is summed up for more than England
    if not indicator.sum_of or area.level in ("district", "county") or abroad:
        return ""
    observations = site.observations(indicator)
    parts = site.geography.members(area.code)
    if indicator.sum_of == "authority":
        parts = [
            part for part in site.geography.places(area.code) if kind(site.geography, part) != LOWER_TIER
        ]
    newest = max((item.period for part in parts if (item := observations.latest(part.code))), default=None)
    if newest is None:
        return ""
    found = [part for part in parts if not _counts(indicator, observations.at(part.code, newest))]
    return _have(found) if 0 < len(found) < len(parts) else ""


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


def _have(areas: list[Area]) -> str:
    """The first NAMED of `areas` by name, and how many more, with their verb: "Bury and Oldham have"."""
    names = [area.name for area in areas[:NAMED]]
    if len(areas) > NAMED:
        names.append(f"{len(areas) - NAMED} more")
    sentence = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"{sentence} {'have' if len(areas) > 1 else 'has'}"
