"""Five figures of the region on the public's first page: each dated, beside England and the one before."""

from dash import html

from dashboard.components.headline import headline_card
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.attention.five_figures import chosen


def five_figures(site: Site, region: Area) -> html.Section | None:
    """A card for each subject of which the region has a figure; None where it has none."""
    cards = [headline_card(site, indicator, region, region) for indicator in chosen(site, region)]
    if not cards:
        return None
    heading = html.H2("In figures", id="in-figures")
    return html.Section(
        [html.Div(heading, className="section-head"), html.Div(cards, className="grid grid-five")],
        className="section",
        **{"aria-labelledby": "in-figures"},
    )
