"""Find a place anywhere in England by its name: a box to type in, and the places of that name as links."""

from dash import dcc, html

from dashboard.components import mantine as dmc
from dashboard.datastore.areas import Area
from dashboard.datastore.place_names import NamedPlace, search, similar_names
from dashboard.search.found import place_address, where_in
from dashboard.site import Site

SHOWN, GUESSES = 20, 3


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
    count_text = _counted(total, text)
    if not found:
        found = similar_names(site.store, text, GUESSES)
        count_text += (
            " Did you mean one of these?" if found else " Check the spelling, or type a part of the name."
        )
    if total > len(found):
        count_text += f" These are the first {len(found)}: type more of the name to see fewer."
    items = [html.Li(_place(site, region, item)) for item in found]
    return [
        html.P(count_text, className="note", role="status"),
        html.Ul(items, className="found") if items else None,
    ]


def _counted(total: int, text: str) -> str:
    if not total:
        return f"No place here is called “{text}”."
    return f"{'1 place has' if total == 1 else f'{total:,} places have'} “{text}” in the name."


def _place(site: Site, region: Area, item: NamedPlace) -> list:
    return [dcc.Link(item.name, href=place_address(site, region, item)), f", {where_in(item)}"]
