"""Wards and neighbourhoods as places of a pilot: which there are, their figures, and what they lie in.

Figures of small places are read a city region at a time, so they are compared inside their own alone.
"""

import re
from collections.abc import Sequence

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.datastore.observations import Observations
from dashboard.methods.evaluation.synthetic_control import ENOUGH_BEFORE
from dashboard.site import Site

NAMES = {"ward": "wards", "msoa": "neighbourhoods (MSOAs)", "lsoa": "small neighbourhoods (LSOAs)"}
MOST_CODES = 50  # that are typed


def figures(site: Site, indicator: Indicator, codes: Sequence[str]) -> Observations:
    """The observations that hold the figures of places of one kind."""
    small = site.geography[codes[0]].level in NEIGHBOURHOODS
    return site.observations(indicator, _home(site, codes[0]) if small else None)


def _home(site: Site, code: str) -> str | None:
    """The code of the city region that a small place lies in."""
    rows = site.store.rows("SELECT within FROM membership WHERE area_code = ?", [code])
    around = {within for (within,) in rows}
    return next((region.code for region in site.geography.regions if region.code in around), None)


def wards(site: Site, region: Area) -> dict[str, list[tuple[str, str]]]:
    """The wards of a region under their districts, as a form lists them."""
    districts = site.geography.members(region.code)
    found = {
        f"Wards of {area.name}": [
            (ward.code, ward.name) for ward in site.geography.members(area.code, "ward")
        ]
        for area in districts
    }
    return {name: choices for name, choices in found.items() if choices}


def typed_codes(site: Site, region: Area, text: str) -> tuple[str, ...]:
    """The neighbourhoods that somebody names by their codes. Raises ValueError for one that is not here."""
    codes = tuple(dict.fromkeys(code.upper() for code in re.split(r"[\s,;]+", text) if code))
    if len(codes) > MOST_CODES:
        raise ValueError(f"Neighbourhoods: name {MOST_CODES} or fewer")
    known = {
        area.code
        for level in ("msoa", "lsoa")
        for area in (site.geography.members(region.code, level) if codes else ())
    }
    if strange := [code for code in codes if code not in known]:
        raise ValueError(f"Neighbourhoods: there is none with the code “{strange[0][:20]}” in {region.name}")
    return codes


def others_inside(site: Site, region: Area, places: Sequence[Area], everywhere: bool) -> list[Area]:
    """The places of the same kind in the city region without the pilot: of other districts, or of all."""
    lies_in = district_of(site, region, places[0].level)
    taken = set() if everywhere else {lies_in.get(place.code, "") for place in places}
    same = site.geography.members(region.code, places[0].level)
    return [area for area in same if area not in places and lies_in.get(area.code) not in taken]


def district_of(site: Site, region: Area, level: str) -> dict[str, str]:
    """The code of the district that each place of a level lies in."""
    return {
        area.code: district.code
        for district in site.geography.members(region.code)
        for area in site.geography.members(district.code, level)
    }


def too_few(site: Site, indicator: Indicator, codes: Sequence[str]) -> str:
    """Why small places could not be judged by an indicator; "" where they have figures of enough periods."""
    level = site.geography[codes[0]].level
    held = figures(site, indicator, codes)
    counts = {code: [item for item in held.series(code) if item.value is not None] for code in codes}
    few = min(counts.values(), key=len)
    if len(few) >= ENOUGH_BEFORE:
        return ""
    kind = NAMES[level]
    if not few:
        return (
            f"{indicator.title}: no figures of it are held for these {kind}, so a pilot could not be judged"
        )
    periods = "1 period" if len(few) == 1 else f"{len(few)} periods"
    newest = indicator.period_label(few[-1].period)
    return (
        f"{indicator.title}: {kind} have figures of {periods} (the newest is for {newest}), and "
        f"{ENOUGH_BEFORE} from before are needed, so a pilot could not be judged"
    )
