"""Tables: real ones, with a caption and header cells, in a frame that scrolls sideways by keyboard too."""

from collections.abc import Sequence

from dash import html


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
    header: Sequence[str], rows: Sequence[Sequence], caption: str, row_classes: Sequence[str] = ()
) -> html.Div:
    """A table of figures: the first cell of each row is its header, the rest are set as numbers."""
    head = [html.Th(cell, scope="col", className="number" if i else "") for i, cell in enumerate(header)]
    body = [
        html.Tr(
            [html.Th(row[0], scope="row"), *[html.Td(cell, className="number") for cell in row[1:]]],
            className=name,
        )
        for row, name in zip(rows, row_classes or [""] * len(rows), strict=True)
    ]
    return scrolled(caption, html.Thead(html.Tr(head)), html.Tbody(body))
