"""Overview: the region's headlines by theme."""

from dash import dcc, html

from dashboard.address import Address, link
from dashboard.catalogue.region_words import leadership
from dashboard.components.attention import attention_items
from dashboard.components.attention_filters import SHOW, about_theme, attention_controls
from dashboard.components.headline import headline_card
from dashboard.components.parts import Parts
from dashboard.parameters import one_of
from dashboard.site import Site
from dashboard.statements.as_of_words import day_of

PATH = "/"
PARAMETERS = {
    "show": one_of(tuple(SHOW), "all"),
    "about": about_theme,
    "list": one_of(("short", "all"), "short"),
}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Overview"


def layout(site: Site, address: Address) -> list:
    """The region's name and size, then a section of headline cards for each theme."""
    return [
        _head(site, address),
        html.Section(
            [
                html.Div(html.H2("What needs attention", id="attention"), className="section-head"),
                attention_controls(site, address),
                parts(site, address).part("attention"),
            ],
            className="section section-first",
            **{"aria-labelledby": "attention"},
        ),
        *_themes(site, address),
    ]


def parts(site: Site, address: Address) -> Parts:
    """What the filter of the attention list repaints."""
    return Parts(children={"attention": attention_items(site, address)})


def _head(site: Site, address: Address) -> html.Div:
    districts = site.geography.members(address.region.code)
    which = (
        f"Figures as they were known on {day_of(site.as_of)}" if site.as_of else "Latest published figures"
    )
    links: list = []
    for district in districts:
        links += [dcc.Link(district.name, href=link(f"/place/{district.code}", address.region)), ", "]
    return html.Div(
        [
            html.H1(address.region.name),
            html.P(leadership(site.geography.about(address.region))),
            html.P([f"{which}, beside England’s. Districts: ", *links[:-1], "."]),
        ],
        className="page-head",
    )


def _themes(site: Site, address: Address) -> list[html.Section]:
    """The sections of headline cards; none where the whole attention list was asked for."""
    if address.list == "all":
        return []
    return [_theme(site, address, *theme) for theme in site.themes.items()]


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
