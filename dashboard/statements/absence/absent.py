"""Absent: what is known of an area without a figure, gathered for `absence`, which decides what is said."""

from dataclasses import replace
from datetime import date

from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.datastore.former_codes import what_it_was
from dashboard.datastore.neighbourhoods import changed_since_2011, levels_inside
from dashboard.datastore.observations import Observations
from dashboard.site import Site
from dashboard.statements.absence.absence import BLANK, NOT_PUBLISHED, Absence, Facts, absence
from dashboard.statements.absence.missing_parts import parts_lacking
from dashboard.statements.absence.scope import METROPOLITAN, Scope, counted, held_in, level, scope
from dashboard.statements.as_of_words import none_then, not_yet

# Whose figure a district's may be, nearest first.
_WHOLES = ("county", CITY_REGION, "region")


def absent(site: Site, indicator: Indicator, area: Area, region: Area | None = None) -> Absence:
    """Why `area` has no figure of `indicator` in any period; `region` is the one a neighbourhood lies in."""
    small_or_of_today = area.level in NEIGHBOURHOODS or area.code in site.geography.areas
    if not small_or_of_today and (was := what_it_was(site.store, area.code)):
        return Absence(NOT_PUBLISHED, area.name, was, "no longer an area", mark="x")
    if site.as_of is None:
        return absence(_facts(site, indicator, area, region))
    today = replace(site, as_of=None)
    series = _observations(today, indicator, area, region).series(area.code)
    periods = [item.period for item in series if item.value is not None]
    if not periods:
        return absent(today, indicator, area, region)
    return absence(Facts(area, "", later=not_yet(site, indicator) or none_then(site, indicator, periods[0])))


def absent_in(
    site: Site, indicator: Indicator, area: Area, period: date, region: Area | None = None
) -> Absence:
    """Why `area` has no figure of `indicator` in one `period`."""
    observations = _observations(site, indicator, area, region)
    latest, item = observations.latest(area.code), observations.at(area.code, period)
    if latest is None:
        return absent(site, indicator, area, region)
    found, when = scope(site, indicator), indicator.period_label(period)
    if item is not None:
        return absence(
            Facts(
                area,
                found.publisher,
                mark=item.status or BLANK,
                when=when,
                hidden_here=found.hides,
                worked_out=_worked_out(site, indicator, area, found),
            )
        )
    sentence = f"none for {when}; the newest is for {indicator.period_label(latest.period)}"
    return Absence(NOT_PUBLISHED, area.name, sentence, f"none for {when}", mark="x")


def absent_between(site: Site, indicator: Indicator, area: Area, region: Area | None = None) -> Absence:
    """Why `area` has no figure of `indicator` in the periods asked for, by their first and last day."""
    latest = _observations(site, indicator, area, region).latest(area.code)
    if latest is None:
        return absent(site, indicator, area, region)
    none = "none for a period that begins on the days asked for"
    sentence = f"{none}; the newest is for {indicator.period_label(latest.period)}"
    return Absence(NOT_PUBLISHED, area.name, sentence, none, mark="x")


def absent_inside(site: Site, indicator: Indicator, region: Area, level: str) -> Absence:
    """Why no area of `level` in `region` has a figure of `indicator`, told of the region."""
    areas = site.geography.members(region.code, level)
    return replace(absent(site, indicator, areas[0] if areas else region, region), area=region.name)


def _facts(site: Site, indicator: Indicator, area: Area, region: Area | None) -> Facts:
    found = scope(site, indicator)
    series = _observations(site, indicator, area, region).series(area.code)
    whole, words = _whole(site, indicator, area, found)
    end = (found.newest.year, indicator.period_label(found.newest)) if found.newest else (0, "")
    return Facts(
        area=area,
        publisher=found.publisher,
        seen_as=level(area),
        mark=(series[-1].status or BLANK) if series else "",
        when=indicator.period_label(series[-1].period) if series else "",
        hidden_here=found.hides,
        worked_out=bool(series) and _worked_out(site, indicator, area, found),
        redrawn=_redrawn(site, indicator, area, region),
        elsewhere=_elsewhere(site, indicator, area, found),
        whole=whole,
        whole_words=words,
        boroughs=whole is not None and whole.code in found.of_parts,
        levels=found.levels,
        lacking=parts_lacking(site, indicator, area),
        founded=_founded(site, area),
        end=end,
        having=counted(site, indicator, area),
    )


def _worked_out(site: Site, indicator: Indicator, area: Area, found: Scope) -> bool:
    """Whether figures of areas as large as `area` are made of neighbourhoods' in the SELECT: a mark there is
    its own, not the publisher's."""
    if area.level in NEIGHBOURHOODS or "lsoa" not in found.levels:
        return False
    observations, areas = site.observations(indicator), site.geography.areas
    alike = [code for code in observations.areas() if code in areas and areas[code].level == area.level]
    return any((item := observations.latest(code)) and item.status == "derived" for code in alike)


def _observations(site: Site, indicator: Indicator, area: Area, region: Area | None) -> Observations:
    # Reading a region's neighbourhoods to find that there are none would take a second.
    small = region and area.level in levels_inside(site.store, indicator, region.code)
    return site.observations(indicator, region.code if region and small else None)


def _elsewhere(site: Site, indicator: Indicator, area: Area, found: Scope) -> Elsewhere | None:
    """The first publication that has `area`: what is held for some areas only is not missing from those."""
    there = [item for item in found.elsewhere if not item.levels or area.level in item.levels]
    if any(item.partial for item in there) and _held_around(site, indicator, area):
        there = [item for item in there if not item.partial]
    return there[0] if there else None


def _held_around(site: Site, indicator: Indicator, area: Area) -> bool:
    """Whether anything in a region that `area` lies in (or is) has a figure."""
    geography = site.geography
    inside = geography.within.get(area.code) or [
        code for (code,) in site.store.rows("SELECT within FROM membership WHERE area_code = ?", [area.code])
    ]
    regions = {region.code: region for region in geography.regions}
    homes = [regions[code] for code in (area.code, *inside) if code in regions]
    return any(held_in(site, indicator, home) for home in homes)


def _whole(site: Site, indicator: Indicator, area: Area, found: Scope) -> tuple[Area | None, str]:
    """The nearest area that contains the district `area`, has a figure, and none of whose districts (where
    `area` is a metropolitan borough, of whose boroughs) has one; and its newest figure in words."""
    if area.level != "district":
        return None, ""
    observations = site.observations(indicator)
    inside = [site.geography.areas.get(code) for code in site.geography.within.get(area.code, ())]
    together = _borough_of_a_sum(area, found)
    wholes = [
        item
        for item in inside
        if item and item.level in _WHOLES and (together or item.code not in found.of_parts)
    ]
    for whole in sorted(wholes, key=lambda item: _WHOLES.index(item.level)):
        if latest := observations.latest(whole.code):
            return whole, f"{indicator.format(latest.value)} ({indicator.period_label(latest.period)})"
    return None, ""


def _borough_of_a_sum(area: Area, found: Scope) -> bool:
    """Whether `area` is a metropolitan borough, and no such borough has a figure while districts have."""
    return area.code.startswith(METROPOLITAN) and not found.of_boroughs and bool(found.of_parts)


def _redrawn(site: Site, indicator: Indicator, area: Area, region: Area | None) -> str:
    """Why nothing was carried to `area` from the areas that the source speaks of; "" where something else is
    the reason."""
    if indicator.carried_from == "lsoa11" and region is not None:
        change = changed_since_2011(site.store, region.code).get(area.code, "")
        if change in ("M", "X"):
            return "the figures are of the neighbourhoods of 2011, and this one was redrawn for 2021"
    if indicator.carried_from == "district" and area.level == "district":
        return "its neighbourhoods, which should all have its one figure, do not agree"
    return ""


def _founded(site: Site, area: Area) -> int | None:
    """The year in which `area` was set up, where it is known."""
    if area.level == CITY_REGION:
        return int(site.geography.about(area).since[:4] or 0) or None
    return site.store.remember("founded", lambda: _first_years(site)).get(area.code)


def _first_years(site: Site) -> dict[str, int]:
    """The first year of each current area; without those that only had their code changed."""
    if "recodes" not in site.store.tables():
        return {}
    sql = (
        "SELECT area_code, start FROM areas WHERE current AND start IS NOT NULL "
        "AND area_code NOT IN (SELECT new_code FROM recodes)"
    )
    return dict(site.store.rows(sql))
