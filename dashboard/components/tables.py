"""Tables: real ones, with a caption and header cells, in a frame that scrolls sideways by keyboard too."""

from collections.abc import Sequence

from dash import html

_WIDE = 5  # columns: more do not fit beside each other at 390 px
_MOST_CARDS = 40
FIGURE_CARDS = "table-cards table-figures"


def scrolled(
    caption: str, *parts: html.Thead | html.Tbody, table: str = "", wrap: str = "", name: str = ""
) -> html.Div:
    """A table of `parts` in the frame that it scrolls in; `table` and `wrap` are more classes of the two.

    `name` is what the frame is called where the caption alone does not say it.
    """
    return html.Div(
        html.Table([html.Caption(caption), *parts], className=f"table {table}".strip()),
        className=f"table-wrap {wrap}".strip(),
        tabIndex="0",
        role="region",
        **{"aria-label": name or caption},
    )


def data_table(
    header: Sequence[str],
    rows: Sequence[Sequence],
    caption: str,
    row_classes: Sequence[str] = (),
    *,
    wide: bool = False,
) -> html.Div:
    """A table of figures: the first cell of each row is its header, the rest are set as numbers.

    What is too wide for a phone (many columns, or `wide` ones) becomes a card a row there, each figure under
    the name of its column; where that would be too many cards, the first column stays in sight.
    """
    wide = wide or len(header) >= _WIDE
    cards = wide and len(rows) <= _MOST_CARDS
    head = [html.Th(cell, scope="col", className="number" if i else "") for i, cell in enumerate(header)]
    body = [
        html.Tr(
            [
                html.Th(row[0], scope="row"),
                *(
                    figure_cell(cell, name if cards else "")
                    for cell, name in zip(row[1:], header[1:], strict=True)
                ),
            ],
            className=kind,
        )
        for row, kind in zip(rows, row_classes or [""] * len(rows), strict=True)
    ]
    table = FIGURE_CARDS if cards else "table-held" if wide else ""
    return scrolled(caption, html.Thead(html.Tr(head)), html.Tbody(body), table=table)


def figure_cell(figure: object, column: str = "", name: str = "number") -> html.Td:
    """A figure's cell; with `column`, that name stands over it where the row is a card."""
    return html.Td(figure, className=name, **({"data-label": column} if column else {}))
