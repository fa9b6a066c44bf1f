"""Find a place anywhere in England by its name: a box to type in, and the places of that name as links."""

from dash import dcc, html

from dashboard.address import link
from dashboard.catalogue.regions import CITY_REGION, OWN_AREA
from dashboard.components import mantine as dmc
from dashboard.datastore.areas import REGIONS, Area
from dashboard.datastore.place_names import NamedPlace, alike, search
from dashboard.site import Site

SHOWN, GUESSES = 20, 3
_KINDS = {
    CITY_REGION: "city region",
    OWN_AREA: "area made here",
    "county": "county",
    "district": "council area",
    "ward": "ward",
    "msoa": "area of about 8,000 people",
    "lsoa": "neighbourhood",
}


def place_box(text: str) -> dmc.TextInput:
    """The box, in the address as `q`."""
    return dmc.TextInput(
        id={"control": "q"},
        label="Name of your place",
        value=text,
        debounce=250,
        autoComplete="off",
        className="search",
    )


def places_found(site: Site, region: Area, text: str) -> list:
    """The places of that name, each a link to its page; where there is none, what may have been meant."""
    if not text:
        return [html.P(role="status", className="note")]
    found, total = search(site.store, text, SHOWN)
    said = _counted(total, text)
    if not found:
        found = alike(site.store, text, GUESSES)
        said += " Did you mean one of these?" if found else " Check the spelling, or type a part of the name."
    if total > len(found):
        said += f" These are the first {len(found)}: type more of the name to see fewer."
    items = [html.Li(_place(site, region, item)) for item in found]
    return [
        html.P(said, className="note", role="status"),
        html.Ul(items, className="found") if items else None,
    ]


def _counted(total: int, text: str) -> str:
    if not total:
        return f"No place here is called “{text}”."
    return f"{'1 place has' if total == 1 else f'{total:,} places have'} “{text}” in the name."


def _place(site: Site, region: Area, item: NamedPlace) -> list:
    return [dcc.Link(item.name, href=_href(site, region, item)), f", {_KINDS[item.level]}{_where(item)}"]


def _where(item: NamedPlace) -> str:
    """What the place lies in."""
    inside = [name for name in (item.district_name, item.region_name) if name]
    return f" in {', '.join(inside)}" if inside else ""


def _href(site: Site, region: Area, item: NamedPlace) -> str:
    """The page of the place; of a small area outside every city region that of its council area."""
    home = site.geography.areas.get(item.region, region)
    if item.level in REGIONS:
        return link("/", site.geography[item.code])
    if item.level in ("county", "district"):
        return link(f"/place/{item.code}", home)
    if item.region:
        return link("/neighbourhoods", home, place=item.code)
    return link(f"/place/{item.district}", home)
