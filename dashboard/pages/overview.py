"""Overview: the region's headlines by theme."""

from dash import dcc, html

from dashboard.address import Address, link
from dashboard.components.headline import headline_card
from dashboard.site import Site

PATH = "/"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Overview"


def layout(site: Site, address: Address) -> list:
    """The region's name and size, then a section of headline cards for each theme."""
    return [_head(site, address), *[_theme(site, address, *theme) for theme in site.themes.items()]]


def _head(site: Site, address: Address) -> html.Div:
    districts = site.geography.members(address.region.code)
    links: list = []
    for district in districts:
        links += [dcc.Link(district.name, href=link(f"/place/{district.code}", address.region)), ", "]
    return html.Div(
        [
            html.H1(address.region.name),
            html.P(["Latest published figures, beside England’s. Districts: ", *links[:-1], "."]),
        ],
        className="page-head",
    )


def _theme(site: Site, address: Address, key: str, name: str) -> html.Section:
    indicators = site.in_theme(key)
    shown = [item for item in indicators if item.headline] or indicators[:4]
    more = dcc.Link(
        f"All {len(indicators)} {name.lower()} indicators", href=link(f"/theme/{key}", address.region)
    )
    return html.Section(
        [
            html.Div([html.H2(name, id=f"theme-{key}"), more], className="section-head"),
            html.Div(
                [headline_card(site, item, address.region, address.region) for item in shown],
                className="grid",
            ),
        ],
        className="section",
        **{"aria-labelledby": f"theme-{key}"},
    )
