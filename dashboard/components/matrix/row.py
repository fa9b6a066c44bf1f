"""A row of the table: the head that says what, in which unit and of when, and the cells of the places."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.components.absent import cell_words
from dashboard.datastore.areas import Area
from dashboard.statements.compare_words import Cell, Line
from dashboard.statements.place_words import better_words

MOST_PLACES_WITH_WORDS = 6  # places beside each other with room for words
Acts = Callable[[Indicator], Sequence[Component]]


@dataclass(frozen=True)
class Rows:
    """What the rows of a table share: its `places`, the `region` looked from, what one does with a row."""

    places: list[Area]
    region: Area
    acts: Acts | None

    @property
    def dense(self) -> bool:
        """Whether there are too many places for words in a cell: then a row's head says what they share."""
        return len(self.places) > MOST_PLACES_WITH_WORDS


def row(indicator: Indicator, line: Line, table: Rows) -> html.Tr:
    shared = _shared(line)
    word = indicator.suffix.strip() if table.dense and indicator.suffix.startswith(" ") else ""
    england = _england(line, word)
    if not table.dense:
        cells = [_cell(line.cells[place.code], table.region, shared) for place in table.places]
        return html.Tr([_head(indicator, line, table, shared, ""), *cells, england])
    return html.Tr(
        [_head(indicator, line, table, shared, word), england, *_few_words(line, table, shared, word)]
    )


def _england(line: Line, word: str) -> html.Td:
    if line.no_england:
        return html.Td(
            html.Span(line.no_england, className="note"), className="number matrix-england matrix-missing"
        )
    figure = html.Span(_without(line.england, word), className="matrix-value")
    return html.Td(figure, className="number matrix-england")


def _shared(line: Line) -> str:
    """What all figures of a line have beside them ("derived"), for the head to say; "" where they differ."""
    notes = {cell.period for cell in line.cells.values() if not cell.absence}
    return notes.pop() if len(notes) == 1 else ""


def _head(indicator: Indicator, line: Line, table: Rows, shared: str, word: str) -> html.Th:
    """The row's head: the indicator, its unit, the date and age of its figures, and what one can do."""
    codes = [place.code for place in table.places if place != table.region]
    unit = indicator.unit if word in indicator.unit else f"{indicator.unit}, {word}"
    brief = _in_short(line, shared, word) if table.dense else _in_full(indicator, line, shared)
    return html.Th(
        [
            dcc.Link(
                indicator.title, href=link(f"/indicator/{indicator.id}", table.region, places=codes[:5])
            ),
            html.Span(unit, className="profile-unit"),
            brief,
            *(table.acts(indicator) if table.acts else ()),
        ],
        scope="row",
    )


def _in_full(indicator: Indicator, line: Line, shared: str) -> html.Span:
    aged = line.age.after(line.period)
    parts = [capital(aged), shared.capitalize(), better_words(indicator)]
    return html.Span(". ".join(filter(None, parts)), className="profile-unit matrix-full")


def _in_short(line: Line, shared: str, word: str) -> html.Span:
    """Where there is no room: the unit's word, the date, and the age only where a newer figure is due or none
    will come. Which side is better, the shades say."""
    sentence = ", ".join(filter(None, (word, line.age.stale_after(line.period), shared)))
    return html.Span(sentence, className="matrix-brief")


def _without(figure: str, word: str) -> str:
    """`figure` without the unit that the row's head says: "10.1" of "10.1 minutes"."""
    return figure.removesuffix(f" {word}") if word else figure


def _cell(cell: Cell, region: Area, shared: str) -> html.Td:
    if cell.absence:
        element = html.Span(cell_words(cell.absence, region), className="note")
        return html.Td(element, className="number matrix-missing")
    parts = [html.Span(cell.value, className="matrix-value")]
    if cell.period and cell.period != shared:
        parts.append(html.Span(cell.period, className="matrix-note"))
    if cell.word:
        parts.append(html.Span(cell.word, className=f"matrix-note mark-{cell.mark}"))
    return _shaded(parts, cell)


def _few_words(line: Line, table: Rows, shared: str, word: str) -> Iterator[html.Td]:
    """The cells of a dense row; places beside each other that lack a figure for one reason share a cell."""
    cells = [line.cells[place.code] for place in table.places]
    for why, group in groupby(cells, key=lambda cell: cell.absence.short if cell.absence else None):
        if why is None:
            yield from (_few(cell, shared, word) for cell in group)
        else:
            element = html.Span(why.capitalize(), className="note")
            yield html.Td(element, colSpan=len(list(group)), className="number matrix-missing")


def _few(cell: Cell, shared: str, word: str) -> html.Td:
    parts = [html.Span(_without(cell.value, word), className="matrix-value")]
    if cell.period and cell.period != shared:
        parts.append(html.Span(cell.period, className="matrix-note"))
    if cell.word:
        parts.append(html.Span(f" {cell.word}", className="visually-hidden"))
    return _shaded(parts, cell)


def _shaded(parts: list[Component], cell: Cell) -> html.Td:
    return html.Td(parts, className=f"number heat-{cell.shade}" if cell.shade else "number")
