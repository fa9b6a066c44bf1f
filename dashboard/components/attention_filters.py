"""The filters of the attention list: which way, and which theme."""

from dash import html

from dashboard.address.page import Address
from dashboard.address.query_params import BadAddress
from dashboard.components.controls import select
from dashboard.datastore.areas import Area
from dashboard.site import Site

SHOW = {
    "all": "Everything",
    "worsening": "Worse than before",
    "improving": "Better than before",
    "below": "Worse than England",
    "peers": "Worse than similar places",
    "target": "Off target",
}


def about_theme(site: Site, region: Area, text: str | None) -> str:
    """The parameter that keeps one theme's statements or changes; "" for all. Raises BadAddress."""
    if text and text not in site.themes:
        raise BadAddress(404, f"There is no theme called “{text[:60]}”.")
    return text or ""


def attention_controls(site: Site, address: Address) -> html.Div:
    """The filters of the list, kept in the address as `show` and `about`."""
    return html.Div(
        [
            select("show", "Show", SHOW, address.show),
            select(
                "about",
                "Theme",
                site.themes,
                address.about or None,
                clear="All themes",
                placeholder="All themes",
            ),
        ],
        className="controls",
    )
