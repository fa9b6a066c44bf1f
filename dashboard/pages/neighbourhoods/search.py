"""The search for a place inside a region: districts, wards and small areas by name. No postcodes."""

from dashboard.components import mantine as dmc
from dashboard.components.controls import Options, choices, select
from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import containers
from dashboard.site import Site
from dashboard.statements.map_words import LEVEL_NAMES

_GROUPS = ("county", "district", "ward", "lsoa", "msoa")
MOST_OPTIONS = 60  # of the names that match what is typed: a list of 2,000 would stall a phone


def place_search(site: Site, region: Area, chosen: Area | None) -> dmc.Select:
    """A select of every area inside `region`, in the address as `place`."""
    return select(
        "place",
        "Find a place",
        site.store.remember(("place search", region.code), lambda: choices(_options(site, region))),
        chosen.code if chosen else None,
        clear="Clear the place",
        placeholder="Type a district, ward or neighbourhood",
        limit=MOST_OPTIONS,
        searchable=True,
        nothingFoundMessage="No place of that name here",
        className="measure-select",
    )


def _options(site: Site, region: Area) -> Options:
    lies_in = containers(site.store, region.code)
    groups = {}
    for level in _GROUPS:
        inside = sorted(site.geography.members(region.code, level), key=lambda area: area.name)
        if inside:
            named = {area.code: _label(area, lies_in.get(area.code, {})) for area in inside}
            groups[LEVEL_NAMES[level][0]] = named
    return groups


def _label(area: Area, names: dict[str, str]) -> str:
    """The name with what tells it from others: a ward's district, a neighbourhood's ward."""
    where = {"ward": names.get("district"), "lsoa": names.get("ward")}.get(area.level)
    return f"{area.name} ({where})" if where else area.name
