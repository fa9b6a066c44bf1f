"""The control that chooses places to compare: those of the region first, then all others in England."""

from dash import html

from dashboard.components.controls import Options, choices, select_several
from dashboard.datastore.areas import PLACES, Area
from dashboard.site import Site

MOST_PLACES = 5
# Listed at a time: Mantine goes through the list at every change; typing finds the rest.
MOST_OPTIONS = 30


def places_control(site: Site, region: Area, places: tuple[Area, ...]) -> html.Div:
    """A select of up to MOST_PLACES districts and counties, in the address as `places`."""
    choice = select_several(
        "places",
        f"Compare places (up to {MOST_PLACES})",
        choices(_options(site, region)),
        [area.code for area in places],
        clear="Clear the places",
        placeholder="Type a name" if not places else "",
        maxValues=MOST_PLACES,
        limit=MOST_OPTIONS,
        searchable=True,
        hidePickedOptions=True,
        nothingFoundMessage="No place of that name",
    )
    return html.Div(choice, className="places-control")


def _options(site: Site, region: Area) -> Options:
    places = [area for area in site.geography.areas.values() if area.level in PLACES]
    inside = [area for area in places if region.code in site.geography.within.get(area.code, ())]
    known = {area.code for area in inside}
    elsewhere = [area for area in places if area.code not in known]
    return {
        f"In {region.name}": _by_name(inside),
        "Elsewhere in England": _by_name(elsewhere),
    }


def _by_name(areas: list[Area]) -> dict[str, str]:
    return {area.code: area.name for area in sorted(areas, key=lambda area: area.name)}
