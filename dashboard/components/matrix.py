"""Places by indicators: one table, an indicator a row, a place a column, nothing ranked."""

from itertools import groupby

from dash import dcc, html

from dashboard.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.components.absent import cell_words
from dashboard.components.tables import scrolled
from dashboard.datastore.areas import REGIONS, Area
from dashboard.site import Site
from dashboard.statements.compare_words import Line
from dashboard.statements.place_words import better_words


def matrix(
    site: Site, lines: list[tuple[Indicator, Line]], places: list[Area], region: Area, caption: str
) -> html.Div:
    """The `lines` of indicators (in their themes' order) for `places`, beside England.

    Each cell has its figure, its period where that differs from the row's, and how it compares with England.
    """
    names = [place.name for place in places]
    columns = [html.Th(_place_link(place, region), scope="col", className="number") for place in places] + [
        html.Th("England", scope="col", className="number")
    ]
    head = html.Thead(html.Tr([html.Th("Indicator", scope="col"), *columns]))
    bodies = [
        _theme(site.themes[key], list(group), places, region)
        for key, group in groupby(lines, key=lambda row: row[0].theme)
    ]
    return scrolled(caption, head, *bodies, table="matrix", name=f"{caption}: {', '.join(names)}")


def _place_link(place: Area, region: Area) -> dcc.Link:
    if place.level in REGIONS:
        return dcc.Link(place.name, href=link("/", place))
    return dcc.Link(place.name, href=link(f"/place/{place.code}", region))


def _theme(name: str, lines: list[tuple[Indicator, Line]], places: list[Area], region: Area) -> html.Tbody:
    heading = html.Th(name, scope="rowgroup", colSpan=len(places) + 2, className="matrix-theme")
    return html.Tbody([html.Tr(heading), *[_row(*row, places, region) for row in lines]])


def _row(indicator: Indicator, line: Line, places: list[Area], region: Area) -> html.Tr:
    codes = [place.code for place in places if place != region]
    about = ". ".join(filter(None, [line.period, better_words(indicator)]))
    name = html.Th(
        [
            dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region, places=codes[:5])),
            html.Span(indicator.unit, className="profile-unit"),
            html.Span(about, className="profile-unit"),
        ],
        scope="row",
    )
    england = html.Td(html.Span(line.england, className="matrix-value"), className="number")
    return html.Tr([name, *[_cell(line, place, region) for place in places], england])


def _cell(line: Line, place: Area, region: Area) -> html.Td:
    cell = line.cells[place.code]
    if cell.absence:
        return html.Td(
            html.Span(cell_words(cell.absence, region), className="note"), className="number matrix-missing"
        )
    parts = [html.Span(cell.value, className="matrix-value")]
    if cell.period:
        parts.append(html.Span(cell.period, className="matrix-note"))
    if cell.word:
        parts.append(html.Span(cell.word, className=f"matrix-note mark-{cell.mark}"))
    return html.Td(parts, className="number")
