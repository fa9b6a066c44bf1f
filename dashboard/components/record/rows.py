"""Tables of the record: rows that become cards on a narrow screen, each with its links."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.tables import scrolled
from dashboard.record.rights import refusal
from dashboard.record.versions import RecordEntry

Cell = str | list | html.Span | dcc.Link


def rows_table(caption: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> html.Div:
    """A table whose first cell names its row; `header` has a name for each column."""
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in header]))
    body = [
        html.Tr(
            [
                html.Th(row[0], scope="row"),
                *[
                    html.Td(cell, className="words", **{"data-label": name})
                    for name, cell in zip(header[1:], row[1:], strict=True)
                ],
            ]
        )
        for row in rows
    ]
    return scrolled(caption, head, html.Tbody(body), table="table-cards", wrap="card")


def change_link(address: Address, entry: RecordEntry, name: str) -> dcc.Link | str:
    """The way to the form that changes one thing, for those who may; it names the thing aloud."""
    if refusal(entry.item):
        return ""
    hidden = html.Span(f" {name}", className="visually-hidden")
    return dcc.Link(["Change", hidden], href=link(address.path, address.region, edit=entry.id))
