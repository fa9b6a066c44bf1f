"""The pages about small areas, as links above each of them; what the region lacks stands apart."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.datastore import events, flows
from dashboard.site import Site
from dashboard.statements.absence.gap_words import not_held_here

TABS = {
    "/neighbourhoods": "Map of neighbourhoods",
    "/priority": "Where to act first",
    "/events": "Road casualties",
    "/commuting": "Journeys to work",
}
THEMES = {"/events": "transport", "/commuting": "transport"}  # whose theme's pages lead there as well


def tabs(site: Site, address: Address) -> html.Nav:
    """Links to the pages about small areas; the one that is open is marked."""
    return _tabs(site, address, list(TABS), "Neighbourhoods")


def theme_tabs(site: Site, address: Address) -> html.Nav | None:
    """Links to those that belong to the theme that is open; None where none does."""
    paths = [path for path, theme in THEMES.items() if theme == address.theme]
    return _tabs(site, address, paths, f"More on {site.themes[address.theme]}") if paths else None


def _tabs(site: Site, address: Address, paths: list[str], name: str) -> html.Nav:
    lacking = [path for path in paths if not _held(site, path, address.region.code)]
    items = [html.Li(tab(address, path, TABS[path], "tab")) for path in paths if path not in lacking]
    row: list = [html.Ul(items)] if items else []
    if lacking:
        element = html.Span(not_held_here(address.region), className="tabs-lacking-label")
        row.append(html.Div([element, *(tab(address, path, TABS[path], "tab-lacking") for path in lacking)]))
    return html.Nav(row, className="tabs", **{"aria-label": name})


def _held(site: Site, path: str, region: str) -> bool:
    if path == "/events":
        return events.span(site.store, region) is not None
    return path != "/commuting" or flows.has_flows(site.store, region)


def tab(address: Address, path: str, name: str, look: str) -> html.Span | dcc.Link:
    """The link called `name` to `path`, by the class `look`; the page that is open is no link."""
    if path == address.path:
        return html.Span(name, className=f"{look} {look}-current", **{"aria-current": "page"})
    return dcc.Link(name, href=link(path, address.region), className=look)
