"""A chart on the page: message, what is plotted, the drawing, its summary, source, and the real table."""

from dash import dcc, html

from dashboard.figures.chart import Chart
from dashboard.figures.plotly import figure
from dashboard.figures.table import table


def chart_figure(name: str, chart: Chart) -> html.Figure:
    """`chart` under the name `name`; the words are repainted as the part "<name>-words"."""
    label = f"{chart.title}. Use the arrow keys to read the points."
    return html.Figure(
        [
            html.Div(
                id={"canvas": name},
                className="chart-canvas",
                tabIndex="0",
                role="group",
                **{"aria-label": label, "aria-roledescription": "chart"},
            ),
            html.P(className="chart-readout visually-hidden", **{"aria-live": "polite"}),
            dcc.Store(id={"canvas-data": name}, data=figure(chart)),
        ],
        className="chart",
    )


def chart_table(chart: Chart, caption: str) -> html.Details:
    """Every figure of `chart` as a table behind a disclosure."""
    header, rows = table(chart)
    return html.Details([html.Summary("Show the figures as a table"), data_table(header, rows, caption)])


def data_table(header: list[str], rows: list[list], caption: str, row_classes: list[str] | None = None) -> html.Div:
    """A real table: caption, column headers, and the first cell of each row as its header."""
    classes = row_classes or [""] * len(rows)
    head = html.Thead(
        html.Tr([html.Th(cell, scope="col", className="number" if i else "") for i, cell in enumerate(header)])
    )
    body = html.Tbody(
        [
            html.Tr(
                [html.Th(row[0], scope="row"), *[html.Td(cell, className="number") for cell in row[1:]]],
                className=name,
            )
            for row, name in zip(rows, classes, strict=True)
        ]
    )
    return html.Div(
        html.Table([html.Caption(caption), head, body], className="table"),
        className="table-wrap",
        tabIndex="0",
        role="region",
        **{"aria-label": caption},
    )
