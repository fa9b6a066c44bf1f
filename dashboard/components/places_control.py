"""The control that chooses places to compare: those of the region first, then all others in England."""

from dash import html

from dashboard.components import mantine as dmc
from dashboard.components.clearing import clearing
from dashboard.datastore.areas import Area
from dashboard.site import Site

MOST = 5
SHOWN = 30  # options listed at a time: Mantine goes through the list at every change; typing finds the rest


def places_control(site: Site, region: Area, places: tuple[Area, ...]) -> html.Div:
    """A select of up to MOST districts and counties, in the address as `places`."""
    choice = dmc.MultiSelect(
        id={"control": "places"},
        label=f"Compare places (up to {MOST})",
        placeholder="Type a name" if not places else "",
        data=site.store.remember(("place options", region.code), lambda: _options(site, region)),
        value=[area.code for area in places],
        maxValues=MOST,
        limit=SHOWN,
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        nothingFoundMessage="No place of that name",
        clearButtonProps=clearing("Clear the places"),
    )
    return html.Div(choice, className="places-control")


def _options(site: Site, region: Area) -> list[dict]:
    places = [area for area in site.geography.areas.values() if area.level in ("district", "county")]
    inside = [area for area in places if region.code in site.geography.within.get(area.code, ())]
    elsewhere = [area for area in places if area not in inside]
    return [
        {
            "group": name,
            "items": [{"value": area.code, "label": area.name} for area in sorted(group, key=_name)],
        }
        for name, group in ((f"In {region.name}", inside), ("Elsewhere in England", elsewhere))
    ]


def _name(area: Area) -> str:
    return area.name
