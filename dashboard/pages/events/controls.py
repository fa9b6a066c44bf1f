"""The filters of road casualties: when, how badly, who, how old, where, and what the map shows."""

from dash import html

from dashboard.address.page import Address
from dashboard.components.controls import select, switch, under
from dashboard.datastore.events import span
from dashboard.pages.events import words
from dashboard.pages.events.choice import Casualties, latest_month, months
from dashboard.site import Site


def events_controls(site: Site, address: Address, found: Casualties) -> html.Div:
    """What can be filtered; each control is a parameter of the address."""
    first, last, _ = span(site.store, address.region.code)
    days = {f"{day:%Y-%m}": words.month(day) for day in months(first, latest_month(site, last))}
    districts = {area.code: area.name for area in site.geography.members(address.region.code)}
    chosen = found.chosen
    views = {"areas": "Neighbourhoods", "points": "Places"}
    return html.Div(
        [
            select("since", "From", days, f"{chosen.since:%Y-%m}", searchable=True),
            select("until", "To", days, f"{chosen.until:%Y-%m}", searchable=True),
            select("severity", "How badly", words.SEVERITY_NAMES, address.severity),
            select("mode", "Who", words.MODE_NAMES, address.mode),
            select("age", "Age", words.AGE_NAMES, address.age),
            select("district", "District", districts, found.district.code if found.district else None,
                   clear="All districts", placeholder="All districts"),
            under("Map", switch("view", "What the map shows", views, address.view)),
        ],
        className="controls controls-many",
    )  # fmt: skip
