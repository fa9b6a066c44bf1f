"""Scope: for which areas an indicator has figures, who publishes it, and where the rest is to be had."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import LEVELS, Area, Geography
from dashboard.datastore.as_of import LOOKUPS
from dashboard.datastore.datasets import elsewhere_of, hides
from dashboard.datastore.neighbourhoods import levels_inside, neighbourhood_levels
from dashboard.site import Site

UNITARY, LOWER_TIER = "unitary", "lower tier"  # districts outside a county and in one
UPPER_TIER = "counties, unitary authorities, London and metropolitan boroughs"
METROPOLITAN = "E08"  # how the codes of metropolitan boroughs begin
# "Department for Transport, sourced from Zapmap"; of several publishers the first.
_BY_WAY_OF = re.compile(r", (?:compiled|sourced|from)\b| \(Great Britain\)|; ")
_OFFICES = ("Department", "Office", "Ministry")


@dataclass(frozen=True)
class Scope:
    """For whom an indicator has figures. `levels` of areas with any, from large to small; `having` how many
    areas of each kind; `holders` the codes of the regions that have one or contain a district that has;
    `of_parts` of all areas that contain such a district. `newest` is the newest period; None without any
    figure. `of_boroughs` is whether any metropolitan borough has one, or only those of a former county
    together."""

    publisher: str
    hides: bool
    elsewhere: tuple[Elsewhere, ...]
    levels: tuple[str, ...]
    having: Counter[str]
    holders: frozenset[str]
    of_parts: frozenset[str]
    newest: date | None
    of_boroughs: bool = True

    @property
    def upper_tier(self) -> bool:
        """Whether its districts are those outside a county alone: for the others their county has it."""
        return bool(self.having[UNITARY] and self.having["county"]) and not self.having[LOWER_TIER]


def scope(site: Site, indicator: Indicator) -> Scope:
    """The Scope of `indicator`, worked out once for the figures of this file as known on this day."""
    return site.remember(("scope", indicator), lambda: _scope(site, indicator))


def _scope(site: Site, indicator: Indicator) -> Scope:
    observations, geography = site.observations(indicator), site.geography
    found = {area: item for code, area in geography.areas.items() if (item := observations.latest(code))}
    areas = list(found)
    # What is summed up for London as for other city regions is no figure that its publisher gives a region.
    summed = any(level(area) == CITY_REGION for area in areas)
    seen = [
        area.level if summed and item.status == "derived" else level(area) for area, item in found.items()
    ]
    of_parts = {
        whole for area in areas if area.level == "district" for whole in geography.within.get(area.code, ())
    }
    regions = frozenset(area.code for area in geography.regions)
    levels = {*seen} | neighbourhood_levels(site.store, indicator)
    return Scope(
        publisher=publisher(site, indicator),
        hides=hides(site.store, indicator),
        elsewhere=elsewhere_of(site.store, indicator),
        levels=tuple(each for each in LEVELS if each in levels),
        having=Counter(
            kind(geography, area) if each == "district" else each
            for area, each in zip(areas, seen, strict=True)
        ),
        holders=regions & (of_parts | {area.code for area in areas}),
        of_parts=frozenset(of_parts),
        newest=max(observations.periods, default=None),
        of_boroughs=any(area.code.startswith(METROPOLITAN) for area in areas),
    )


def held_in(site: Site, indicator: Indicator, region: Area) -> bool:
    """Whether anything in `region` has a figure: itself, a district or a neighbourhood."""
    small = levels_inside(site.store, indicator, region.code)
    return bool(small) or region.code in scope(site, indicator).holders


def counted(site: Site, indicator: Indicator, area: Area) -> tuple[int, int, str]:
    """(areas with a figure, all areas, their name) of the kind of `area`; "" where the level's name does.

    Countries and neighbourhoods are not counted: (0, 0, "").
    """
    if area.level == "country":
        return 0, 0, ""
    found, all_of = scope(site, indicator), kinds(site)
    if area.level != "district":
        return found.having[level(area)], all_of[level(area)], ""
    of = (UNITARY, "county") if found.upper_tier else (UNITARY, LOWER_TIER)
    number, total = sum(found.having[each] for each in of), sum(all_of[each] for each in of)
    return number, total, UPPER_TIER if found.upper_tier else ""


def kinds(site: Site) -> Counter[str]:
    """How many current areas there are of each kind, without neighbourhoods."""
    geography = site.geography
    return site.store.remember(
        "kinds", lambda: Counter(kind(geography, area) for area in geography.areas.values())
    )


def level(area: Area) -> str:
    """The level of `area` as publishers see it: London is one of their regions."""
    return "region" if area.code.startswith("E12") else area.level


def kind(geography: Geography, area: Area) -> str:
    """The `level` of `area`, districts being UNITARY or LOWER_TIER."""
    if area.level != "district":
        return level(area)
    inside = (geography.areas.get(code) for code in geography.within.get(area.code, ()))
    return LOWER_TIER if any(whole and whole.level == "county" for whole in inside) else UNITARY


def publisher(site: Site, indicator: Indicator) -> str:
    """Who publishes what the indicator rests on first, as a sentence names it, without how it came here."""
    if "datasets" not in site.store.tables():
        return "its publisher"
    names = [item.publisher for item in site.sources(indicator) if item.dataset not in LOOKUPS]
    if not names:
        return "its publisher"
    name = _BY_WAY_OF.split(names[0])[0]
    return f"the {name}" if name.startswith(_OFFICES) else name
