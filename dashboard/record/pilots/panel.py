"""A pilot's figures as the methods take them: its places and those without it, on one grid of periods."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import later
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import NEIGHBOURHOODS, UNKNOWN, Area, Geography
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.small_places import district_of, figures, others_inside
from dashboard.site import Site
from dashboard.statements.judgement.regular import Panel, panel, period_end


@dataclass(frozen=True, eq=False)
class PilotPanel:
    """`treated` and `donors` are places x periods in the indicator's unit; NaN only among the donors.

    `start` is the position of the first period that the pilot was part of. `sets` are donors by position that
    stand in for the pilot's places, see pilot_sets; `kin` names the area of each donor where the pilot is not
    compared with places of its own city region, and is empty where it is. `refused` says why nothing
    can be compared, else ''.
    """

    indicator: Indicator | None
    places: tuple[Area, ...]
    others: tuple[Area, ...]
    periods: tuple[date, ...]
    treated: np.ndarray
    donors: np.ndarray
    start: int
    sets: tuple[tuple[int, ...], ...] = ()
    kin: tuple[str, ...] = ()
    refused: str = ""


def pilot_panel(site: Site, region: Area, pilot: Pilot) -> PilotPanel:
    """The panel of `pilot`: the run of periods up to the latest in which all its places have figures."""
    indicator = site.indicators.get(pilot.indicator)
    places = tuple(site.geography.recorded(code) for code in pilot.area_codes)
    if indicator is None:
        return _refused(None, places, "its indicator is not held here any more")
    if strange := [place.code for place in places if place.level == UNKNOWN]:
        return _refused(indicator, places, f"no area with the code {strange[0]} is known here")
    others = _others(site, region, pilot, places)
    observations = figures(site, indicator, pilot.area_codes)
    drawn = panel(indicator, {area.code: observations.series(area.code) for area in (*places, *others)})
    if drawn is None:
        return _refused(indicator, places, "places of this kind have no figure of its indicator")
    found = _cut(indicator, pilot, places, others, drawn)
    if found.refused:
        return found
    kin = () if pilot.donors == "all" else _kins(site, region, others)
    return replace(found, sets=pilot_sets(site.geography, found), kin=kin)


def _others(site: Site, region: Area, pilot: Pilot, places: tuple[Area, ...]) -> list[Area]:
    """Places of the same kind without the pilot; unless "all", none of the city region's. Wards and
    neighbourhoods: those of the city region, unless "all" of its other districts."""
    level = places[0].level
    if level in NEIGHBOURHOODS:
        return others_inside(site, region, places, pilot.donors == "all")
    same = [area for area in site.geography.areas.values() if area.level == level and area not in places]
    english = [area for area in same if area.code.startswith("E")]
    if pilot.donors == "all":
        return english
    return [area for area in english if region.code not in site.geography.within.get(area.code, ())]


def _cut(
    indicator: Indicator, pilot: Pilot, places: tuple[Area, ...], others: list[Area], drawn: Panel
) -> PilotPanel:
    rows = np.array(drawn.rows, dtype=float)
    count = len(places)
    held = ~np.isnan(rows[:count]).any(axis=0)
    if not held.any():
        return _refused(indicator, places, "its places have no period in which all of them have a figure")
    last = int(np.flatnonzero(held)[-1])
    gaps = np.flatnonzero(~held[: last + 1])
    first = int(gaps[-1]) + 1 if len(gaps) else 0
    width = rows.shape[1]
    periods = tuple(later(drawn.last, (at - width + 1) * drawn.months) for at in range(first, last + 1))
    begun = [at for at, period in enumerate(periods) if period_end(indicator, period) >= pilot.start]
    if not begun:
        latest = indicator.period_label(periods[-1])
        return _refused(indicator, places, f"no figure since it began: the latest is for {latest}")
    if begun[0] == 0:
        return _refused(indicator, places, "its places have no figures from before it began")
    window = rows[:, first : last + 1]
    return PilotPanel(indicator, places, tuple(others), periods, window[:count], window[count:], begun[0])


def _refused(indicator: Indicator | None, places: tuple[Area, ...], reason: str) -> PilotPanel:
    return PilotPanel(indicator, places, (), (), np.empty((0, 0)), np.empty((0, 0)), 0, (), (), reason)


def pilot_sets(geography: Geography, panel: PilotPanel) -> tuple[tuple[int, ...], ...]:
    """Donors with all figures in groups as large as the pilot, each within one region of England.

    Places near one another move together, so places drawn from all over England would hold the pilot's to a
    narrower range than their own kind has. No place is in two groups.
    """
    size = len(panel.places)
    complete = np.flatnonzero(~np.isnan(panel.donors).any(axis=1)).tolist()
    by_region: dict[str, list[int]] = {}
    for at in sorted(complete, key=lambda at: _near(geography, panel.others[at])):
        by_region.setdefault(_near(geography, panel.others[at])[0], []).append(at)
    return tuple(
        tuple(members[at : at + size])
        for members in by_region.values()
        for at in range(0, len(members) - size + 1, size)
    )


def _near(geography: Geography, area: Area) -> tuple[str, str, str]:
    """Region, city region and code: in this order neighbours stand together."""
    levels = _levels(geography, area)
    return levels.get("region", ""), levels.get(CITY_REGION, ""), area.code


def _kins(site: Site, region: Area, others: list[Area]) -> tuple[str, ...]:
    """What each donor moves together with: a small place with its district."""
    if others and others[0].level in NEIGHBOURHOODS:
        lies_in = district_of(site, region, others[0].level)
        return tuple(lies_in.get(area.code, area.code) for area in others)
    return tuple(_kin(site.geography, area) for area in others)


def _kin(geography: Geography, area: Area) -> str:
    """The city region, else the county, else the region that the area lies in; else itself."""
    levels = _levels(geography, area)
    return next((levels[name] for name in (CITY_REGION, "county", "region") if name in levels), area.code)


def _levels(geography: Geography, area: Area) -> dict[str, str]:
    return {geography[code].level: code for code in geography.within.get(area.code, ())}
