"""The two navigations of the frame: the figures by theme, and what one does with them."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.cached_markup import cached_markup
from dashboard.components.small_area_tabs import TABS, THEMES
from dashboard.site import Site

_TOOLS = (("/neighbourhoods", "Neighbourhoods"), ("/compare", "Compare"))
_OFFICE = (("/decisions", "Decisions"), ("/packs", "Packs"), ("/check", "Drafts"))
_PUBLIC = (("/decisions", "Decisions"),)


def figures_navigation(site: Site, address: Address) -> html.Nav:
    """The first page, which is another for each audience, and the themes."""
    first = "Overview" if site.settings.audience == "office" else "Find my place"
    items = [("/", first), *((f"/theme/{key}", name) for key, name in site.themes.items())]
    return _navigation(site, address, items, className="nav", **{"aria-label": "Themes"})


def tools_navigation(site: Site, address: Address) -> html.Nav:
    """What one does with the figures; briefing packs are the office's."""
    of_audience = _OFFICE if site.settings.audience == "office" else _PUBLIC
    items = [*_TOOLS, *of_audience, ("/data", "Data"), ("/whats-new", "What’s new")]
    return _navigation(site, address, items, className="tools", **{"aria-label": "Tools"})


def _navigation(site: Site, address: Address, items: list[tuple[str, str]], **properties: str) -> html.Nav:
    key = (properties["className"], address.region, _here(address))
    return cached_markup(site, key, lambda: html.Nav(_links(address, items), **properties))


def _links(address: Address, items: list[tuple[str, str]]) -> html.Ul:
    here = _here(address)
    return html.Ul(
        [
            html.Li(
                dcc.Link(
                    name,
                    href=link(path, address.region),
                    className="nav-link nav-link-current" if path == here else "nav-link",
                )
            )
            for path, name in items
        ]
    )


def _here(address: Address) -> str:
    """The navigation's entry that the page belongs to."""
    if "indicator" in address.values:
        return f"/theme/{address.indicator.theme}"
    if address.path in THEMES:
        return f"/theme/{THEMES[address.path]}"
    if address.path in TABS:
        return "/neighbourhoods"
    if address.path.startswith(("/data/", "/audit")):
        return "/data"
    return address.page.navigation or address.path
