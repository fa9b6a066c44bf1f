"""What lies over a map of small areas: the worst fifths of two measures, and the clusters of one."""

from collections.abc import Sequence
from math import nan

from dashboard.catalogue.indicators import Indicator
from dashboard.components.small_area_choice import SmallAreaChoice, bare_values, tells_apart
from dashboard.datastore.contiguity import touching
from dashboard.datastore.neighbourhoods import changed_since_2011, containers, residents
from dashboard.methods.maps.hotspots import HotSpots, hot_spots
from dashboard.methods.maps.layers import Overlap, overlap, worst_fifth

CLUSTERED = ("lsoa", "msoa")  # of like size; wards differ ninefold in people, and one hides many


def values_of(choice: SmallAreaChoice, indicator: Indicator) -> list[float]:
    """The figure of each area shown, NaN where there is none, in the order of `choice.shown.areas`."""
    values = bare_values(choice.site, indicator, choice.region, choice.level)
    return [values.get(code, nan) for code in choice.names]


def both_layers(choice: SmallAreaChoice) -> Overlap:
    """The worst fifths of the two measures of `choice` laid over each other."""
    fifths = [worst_fifth(values_of(choice, item), item.better) for item in (choice.indicator, choice.second)]
    return overlap(*fifths)


def clusters(choice: SmallAreaChoice) -> HotSpots | None:
    """The clusters of the measure; None where there are none to look for.

    That is for wards, where there are too few figures, and where those of a district are one and the same.
    """
    if choice.level not in CLUSTERED or not tells_apart(choice.indicator):
        return None
    site, region = choice.site, choice.region
    key = ("clusters", choice.indicator, region.code, choice.level)

    def find() -> HotSpots | None:
        at = {code: position for position, code in enumerate(choice.names)}
        near = touching(site.store, region.code, choice.level)
        neighbours = {at[code]: [at[other] for other in near.get(code, ()) if other in at] for code in at}
        try:
            return hot_spots(values_of(choice, choice.indicator), neighbours)
        except ValueError:  # too few figures, or all the same
            return None

    return site.remember(key, find)


def changed_areas(choice: SmallAreaChoice) -> dict[str, str]:
    """How areas came about since 2011, by code, where a measure shown is one of the areas of 2011."""
    shown = (choice.indicator, choice.second) if choice.two else (choice.indicator,)
    if choice.level != "lsoa" or not any(item.carried_from == "lsoa11" for item in shown):
        return {}
    return changed_since_2011(choice.site.store, choice.region.code)


def lies_in(choice: SmallAreaChoice, code: str) -> str:
    """What tells an area from others of its name: the ward of a neighbourhood, the district of a ward."""
    names = containers(choice.site.store, choice.region.code).get(code, {})
    if choice.level == "lsoa" and "ward" in names:
        return f"{names['ward']} ward"
    return names.get("district", "") if choice.level == "ward" else ""


def living_in(choice: SmallAreaChoice, codes: Sequence[str]) -> int:
    """People counted in these areas at the census."""
    counted = residents(choice.site.store, choice.region.code)
    return sum(counted.get(code, 0) for code in codes)


def marked(choice: SmallAreaChoice, member: Sequence[int | None], kind: int) -> list[str]:
    """The codes of the areas of one kind."""
    return [code for code, each in zip(choice.names, member, strict=True) if each == kind]
