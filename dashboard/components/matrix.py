"""Places by indicators: one table, an indicator a row, a place a column, nothing ranked."""

from collections.abc import Callable
from itertools import groupby

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.components.absent import cell_words
from dashboard.components.tables import scrolled
from dashboard.datastore.areas import REGIONS, Area
from dashboard.site import Site
from dashboard.statements.compare_words import Line
from dashboard.statements.place_words import better_words

FEW = 6  # places beside each other with room for words


def matrix(
    site: Site,
    lines: list[tuple[Indicator, Line]],
    places: list[Area],
    region: Area,
    caption: str,
    sorting: Callable[[Indicator], str] | None = None,
) -> html.Div:
    """The `lines` of indicators (in their themes' order) for `places`, beside England.

    Each cell has its figure, its period where that differs from the row's, and how it compares with England;
    its shade tells how far from England it lies. Of more than FEW places what is said is heard, not seen.
    `sorting` gives the address that sorts the places by an indicator.
    """
    names = [place.name for place in places]
    columns = [html.Th(_place_link(place, region), scope="col", className="number") for place in places] + [
        html.Th("England", scope="col", className="number")
    ]
    head = html.Thead(html.Tr([html.Th("Indicator", scope="col"), *columns]))
    bodies = [
        _theme(site.themes[key], list(group), places, region, sorting)
        for key, group in groupby(lines, key=lambda row: row[0].theme)
    ]
    dense = "matrix matrix-dense" if len(places) > FEW else "matrix"
    return scrolled(caption, head, *bodies, table=dense, name=f"{caption}: {', '.join(names)}")


def _place_link(place: Area, region: Area) -> dcc.Link:
    if place.level in REGIONS:
        return dcc.Link(place.name, href=link("/", place))
    return dcc.Link(place.name, href=link(f"/place/{place.code}", region))


def _theme(
    name: str,
    lines: list[tuple[Indicator, Line]],
    places: list[Area],
    region: Area,
    sorting: Callable[[Indicator], str] | None,
) -> html.Tbody:
    heading = html.Th(name, scope="rowgroup", colSpan=len(places) + 2, className="matrix-theme")
    return html.Tbody([html.Tr(heading), *[_row(*row, places, region, sorting) for row in lines]])


def _row(
    indicator: Indicator,
    line: Line,
    places: list[Area],
    region: Area,
    sorting: Callable[[Indicator], str] | None,
) -> html.Tr:
    codes = [place.code for place in places if place != region]
    aged = line.age.after(line.period)
    about = ". ".join(filter(None, [aged[:1].upper() + aged[1:], better_words(indicator)]))
    name = html.Th(
        [
            dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region, places=codes[:5])),
            html.Span(indicator.unit, className="profile-unit"),
            html.Span(about, className="profile-unit"),
            _sort(indicator, sorting(indicator)) if sorting else None,
        ],
        scope="row",
    )
    england = html.Td(html.Span(line.england, className="matrix-value"), className="number")
    dense = len(places) > FEW
    return html.Tr([name, *[_cell(line, place, region, dense) for place in places], england])


def _sort(indicator: Indicator, href: str) -> dcc.Link:
    about = html.Span(f" by {indicator.title}", className="visually-hidden")
    return dcc.Link(["Sort", about], href=href, className="matrix-sort no-print")


def _cell(line: Line, place: Area, region: Area, dense: bool) -> html.Td:
    cell = line.cells[place.code]
    if cell.absence:
        said = cell.absence.short.capitalize() if dense else cell_words(cell.absence, region)
        return html.Td(html.Span(said, className="note"), className="number matrix-missing")
    parts = [html.Span(cell.value, className="matrix-value")]
    if cell.period:
        parts.append(html.Span(cell.period, className="matrix-note"))
    if cell.word:
        seen = "visually-hidden" if dense else f"matrix-note mark-{cell.mark}"
        parts.append(html.Span(f" {cell.word}" if dense else cell.word, className=seen))
    return html.Td(parts, className=f"number heat-{cell.shade}" if cell.shade else "number")
