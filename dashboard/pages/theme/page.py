"""Theme: what got worse and better, the districts side by side, and a panel for each of its indicators,
beside a map of any one of them that stays in sight."""

from dash import html

from dashboard.address.page import Address, Page, Shown
from dashboard.address.parameters import one_of
from dashboard.address.query_params import BadAddress
from dashboard.address.shown import beside_england, region_and_inside
from dashboard.charts.mapped import LEVELS
from dashboard.components.parts import Parts
from dashboard.components.skills_tabs import skills_tabs
from dashboard.components.small_area_tabs import theme_tabs
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.pages.theme.choice import MAP_HOLDER, choice, drawable
from dashboard.pages.theme.deciders import deciders
from dashboard.pages.theme.heatmap import heatmap
from dashboard.pages.theme.map_column import map_column, map_parts
from dashboard.pages.theme.missing import missing
from dashboard.pages.theme.news import news
from dashboard.pages.theme.panel import panels
from dashboard.site import Site

PATH = "/theme/<theme>"


def _indicator_name(site: Site, region: Area, text: str | None) -> str | None:
    # The reader of a parameter does not see the path: that the name is of this theme is seen to in choice.
    if text and not any(item.name == text for item in site.indicators.values()):
        raise BadAddress(404, f"There is no indicator called “{text[:60]}” to show on the map.")
    return text


PARAMETERS = {
    "map": _indicator_name,
    "level": one_of(("", *LEVELS), ""),
    "list": one_of(("short", "all"), "short"),
}


def title(site: Site, address: Address) -> str:
    """The theme's name."""
    return site.themes[address.theme]


def layout(site: Site, address: Address) -> list:
    """What is said of the theme, then its districts and panels and, where any has figures inside the region,
    the map beside them all."""
    chosen, _ = choice(site, address)
    head = html.Div(
        [
            skills_tabs(site, address) if address.theme == "skills" else theme_tabs(site, address),
            html.H1(f"{title(site, address)} in {address.region.name}"),
            html.P(html.A("Go to the map", href=f"#{MAP_HOLDER}"), className="only-narrow")
            if chosen
            else None,
        ],
        className="page-head page-head-short",
    )
    parts_shown = [
        news(site, address),
        deciders(site, address),
        heatmap(site, address),
        _every(site, address),
    ]
    if chosen is None:
        return [head, *parts_shown, missing(site, address)]
    columns = [html.Div(parts_shown), map_column(site, address)]
    return [head, html.Div(columns, className="columns columns-map"), missing(site, address)]


def _every(site: Site, address: Address) -> html.Section:
    """A panel for each indicator, under how many there are."""
    many = len(site.in_theme(address.theme))
    heading = html.Div(html.H2(f"All {many} indicators", id="figures"), className="section-head")
    listed = panels(site, address.theme, address.region, drawable(site, address))
    return html.Section([heading, listed], className="section", **{"aria-labelledby": "figures"})


def parts(site: Site, address: Address) -> Parts:
    """What another choice of indicator or level repaints: the map with all that is said of it."""
    return map_parts(site, address)


def shown(site: Site, address: Address) -> Shown:
    """Its panels, and every district of the one on the map."""
    inside = site.in_theme(address.theme)
    yield from beside_england(site, address, [item for item in inside if item.name != address.map])
    for item in (item for item in inside if item.name == address.map):
        yield item, [*region_and_inside(site, address), ENGLAND]


PAGE = Page(PATH, title, layout, parts=parts, parameters=PARAMETERS, figures=shown)
