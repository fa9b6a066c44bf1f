"""The pages about small areas, as links above each of them."""

from dash import dcc, html

from dashboard.address import Address, link

TABS = {
    "/neighbourhoods": "Map of neighbourhoods",
    "/priority": "Where to act first",
    "/events": "Road casualties",
    "/commuting": "Journeys to work",
}


def tabs(address: Address) -> html.Nav:
    """Links to the pages about small areas; the one that is open is marked."""
    items = []
    for path, name in TABS.items():
        if path == address.path:
            items.append(html.Span(name, className="tab tab-current", **{"aria-current": "page"}))
        else:
            items.append(dcc.Link(name, href=link(path, address.region), className="tab"))
    return html.Nav(
        html.Ul([html.Li(item) for item in items]), className="tabs", **{"aria-label": "Neighbourhoods"}
    )
