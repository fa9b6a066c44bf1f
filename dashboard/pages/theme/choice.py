"""What of a theme is on its map: the indicators that can be drawn, the chosen one, and the way to choose."""

from dash import html

from dashboard.address.page import Address
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import levels_with_figures
from dashboard.site import Site

MAP_HOLDER = "theme-map"


def drawable(site: Site, address: Address) -> list[Indicator]:
    """The theme's indicators with figures inside the region, at any level."""
    theme, region = address.theme, address.region
    return site.remember(
        ("drawable", theme, region),
        lambda: [item for item in site.in_theme(theme) if levels_with_figures(site, item, region)],
    )


def choice(site: Site, address: Address) -> tuple[Indicator | None, str]:
    """The indicator and level on the map: those of the address where they have figures, else the first."""
    offered = drawable(site, address)
    named = [item for item in offered if item.name == address.map]
    chosen = next(iter(named or offered), None)
    levels = levels_with_figures(site, chosen, address.region) if chosen else ()
    return chosen, address.level if address.level in levels else next(iter(levels), "")


def map_button(indicator: Indicator, name: str = "Show on map", look: str = "quiet-button") -> html.Button:
    """The button that sets the map's control to `indicator`; pages.js presses it while the map shows it."""
    return html.Button(
        name,
        type="button",
        className=look,
        **{
            "aria-pressed": "false",
            "aria-label": f"Show {indicator.title} on the map",
            "data-sets": "map",
            "data-to": indicator.name,
            "data-shows": MAP_HOLDER,
        },
    )
