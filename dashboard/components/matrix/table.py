"""Places by indicators: one table, an indicator a row, a place a column, nothing ranked."""

from itertools import groupby

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.components.matrix.row import Acts, Rows, row
from dashboard.components.tables import scrolled
from dashboard.datastore.areas import REGIONS, Area
from dashboard.site import Site
from dashboard.statements.compare_words import Line


def matrix(
    site: Site,
    lines: list[tuple[Indicator, Line]],
    places: list[Area],
    region: Area,
    caption: str,
    acts: Acts | None = None,
) -> html.Div:
    """The `lines` of indicators (in their themes' order) for `places`, beside England.

    Each cell has its figure, its period where that differs from the row's, and how it compares with England;
    its shade tells how far from England it lies. Of more than FEW places England stands first, where it stays
    in sight, and what is said of a figure is heard, not seen. `acts` gives what can be done with a row.
    """
    table = Rows(places, region, acts)
    columns = [html.Th(_place_link(place, region), scope="col", className="number") for place in places]
    england = html.Th("England", scope="col", className="number matrix-england")
    ordered = [england, *columns] if table.dense else [*columns, england]
    head = html.Thead(html.Tr([html.Th("Indicator", scope="col"), *ordered]))
    bodies = [
        _theme(site.themes[key], list(group), table)
        for key, group in groupby(lines, key=lambda line: line[0].theme)
    ]
    classes = "matrix matrix-dense" if table.dense else "matrix"
    names = ", ".join(place.name for place in places)
    return scrolled(caption, head, *bodies, table=classes, name=f"{caption}: {names}")


def sort_link(indicator: Indicator, href: str) -> dcc.Link:
    """The way to `href`, where the places are sorted by `indicator`."""
    about = html.Span(f" by {indicator.title}", className="visually-hidden")
    return dcc.Link(["Sort", about], href=href, className="matrix-sort no-print")


def _place_link(place: Area, region: Area) -> dcc.Link:
    if place.level in REGIONS:
        return dcc.Link(place.name, href=link("/", place))
    return dcc.Link(place.name, href=link(f"/place/{place.code}", region))


def _theme(name: str, lines: list[tuple[Indicator, Line]], table: Rows) -> html.Tbody:
    heading = html.Th(
        html.Span(name), scope="rowgroup", colSpan=len(table.places) + 2, className="matrix-theme"
    )
    return html.Tbody([html.Tr(heading), *[row(*line, table) for line in lines]])
