"""The districts of a theme side by side: shaded by how far they lie from England, each row with its map."""

from dash import html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.indicators import Indicator
from dashboard.components.cached_markup import cached_markup
from dashboard.components.folds import phone_fold
from dashboard.components.matrix.table import matrix, sort_link
from dashboard.datastore.areas import Area
from dashboard.pages.theme.choice import drawable, map_button
from dashboard.site import Site
from dashboard.statements.compare_words import compared
from dashboard.statements.shading import KEY, SHORT_KEY


def heatmap(site: Site, address: Address) -> html.Section | None:
    """The table of districts; a row is sorted on the page that compares places, and puts itself on the map.
    None where no indicator has figures of two districts."""
    region, districts = address.region, site.geography.members(address.region.code)
    if not _side_by_side(site, address, districts):
        return None
    caption = f"{site.themes[address.theme]} in the districts of {region.name}"
    key = ("theme heatmap", address.theme, region)
    table = cached_markup(site, key, lambda: _table(site, address, districts, caption))
    heading = html.Div(html.H2("District by district", id="districts"), className="section-head")
    swatches = html.P([*_swatches(), SHORT_KEY], className="note heat-key")
    how = html.Details([html.Summary("How the shade is made"), html.P(KEY)], className="note")
    return html.Section(
        [heading, phone_fold(f"Show the table of {len(districts)} districts", "", [swatches, table, how])],
        className="section theme-heat",
        **{"aria-labelledby": "districts"},
    )


def _swatches() -> list[html.Span]:
    """The four shades, from far worse to far better, as the key shows them."""
    shades = ("worse-2", "worse-1", "better-1", "better-2")
    return [html.Span(className=f"heat-swatch heat-{shade}", **{"aria-hidden": "true"}) for shade in shades]


def _side_by_side(site: Site, address: Address, districts: list[Area]) -> list[Indicator]:
    """The indicators of the theme with figures of two districts at least."""
    key = ("side by side", address.theme, address.region)
    shown = drawable(site, address)
    return site.remember(key, lambda: [item for item in shown if _with_figures(site, item, districts) > 1])


def _with_figures(site: Site, indicator: Indicator, districts: list[Area]) -> int:
    observations = site.observations(indicator)
    return sum(observations.latest(area.code) is not None for area in districts)


def _table(site: Site, address: Address, districts: list[Area], caption: str) -> html.Div:
    # The lines are not kept, only their markup: 33 boroughs by 30 indicators are a megabyte of cells.
    chosen = _side_by_side(site, address, districts)
    lines = [(item, compared(site, item, districts)) for item in chosen]

    def acts(item: Indicator) -> list[Component]:
        sorts = link("/compare", address.region, theme=address.theme, sort=item.id)
        return [sort_link(item, sorts), map_button(item, "Map", "matrix-map no-print")]

    return html.Div(matrix(site, lines, districts, address.region, caption, acts))
