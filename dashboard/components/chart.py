"""A chart on the page: message, what is plotted, the drawing, key, summary, source, and the real table.

The drawing is repainted through its attribute data-figure; the words around it are three parts:
`chart_words` above it, `chart_notes` below it, and `chart_rows` inside the `chart_table`.
"""

from dataclasses import dataclass

import orjson
from dash import html
from dash.development.base_component import Component

from dashboard.charts.chart import Chart, Dots
from dashboard.charts.line_ends import End, ends
from dashboard.charts.line_styles import BANDS, CONTEXT, EXTREME, looks, shade, swatch
from dashboard.charts.marks import notes
from dashboard.charts.plotly.figure import figure
from dashboard.charts.table import table
from dashboard.components.markup import with_fallback
from dashboard.components.parts import written
from dashboard.statements.rank_words import LIKELY_HEAD


@dataclass(frozen=True)
class Drawn:
    """A chart and the pixels that its drawing is high: what a page without scripts draws it from."""

    chart: Chart | Dots
    height: int


def chart_figure(name: str, chart: Chart | Dots) -> html.Figure:
    """The drawing of `chart` under the name `name`. chart.js names it by the figure's own message."""
    drawn = figure(chart)
    canvas = html.Div(
        id={"canvas-data": name},
        className="chart-canvas",
        tabIndex="0",
        role="group",
        **{
            "aria-label": _label(chart),
            "aria-roledescription": "chart",
            "data-figure": written(drawn),
        },
    )
    return html.Figure(
        [
            with_fallback(canvas, Drawn(chart, drawn["layout"]["height"])),
            html.P(className="chart-readout visually-hidden", **{"aria-live": "polite"}),
        ],
        className="chart",
    )


def _label(chart: Chart | Dots) -> str:
    return f"{chart.title}. Use the arrow keys to read its dates."


def chart_words(chart: Chart | Dots, heading: str) -> list:
    """Above the drawing: the message as a heading with the id `heading`, what is plotted, and the key."""
    return [
        html.H2(chart.title, id=heading, className="chart-title"),
        html.P(chart.subtitle, className="chart-subtitle"),
        chart_key(chart) if isinstance(chart, Chart) else None,
    ]


def chart_key(chart: Chart) -> html.Ul:
    """Which line is which. On a wide screen lines are named at their ends, and only the rest stands here."""
    styles = looks(chart)
    named = [line for line in chart.lines if line.role != "context"]
    items = [_key_item(swatch(styles[line]), line.name, "key-line") for line in named]
    if count := sum(line.role == "context" for line in chart.lines):
        items.append(_key_item(swatch(CONTEXT), f"{chart.context} ({count})"))
    items += [_extreme(end) for end in ends(chart) if end.called]
    if chart.intervals and any(line.role == "focus" for line in chart.lines):
        items.append(_key_item(shade(), LIKELY_HEAD))
    items += [_key_item(shade(BANDS[band.kind]), band.name) for band in chart.bands]
    return html.Ul(items, className="chart-key")


def _extreme(end: End) -> html.Li:
    return _key_item(swatch(EXTREME), f"{end.name}, {end.called}: {end.value}", "key-line")


def _key_item(drawing: str, words: str, name: str = "") -> html.Li:
    picture = html.Span(className="key-swatch", **{"data-svg": drawing, "aria-hidden": "true"})
    return html.Li([picture, words], className=name)


def chart_notes(chart: Chart | Dots, caption: str = "") -> list:
    """Below the drawing: the chart in words, what parts its lines, and the source.

    With a `caption` the table of its figures too: for a chart that no control repaints.
    """
    parts = [html.Li(words) for words in notes(chart)] if isinstance(chart, Chart) else []
    return [
        html.P(chart.summary, className="chart-summary"),
        html.Ul(parts, className="chart-breaks") if parts else None,
        chart_table(chart_rows(chart, caption)) if caption else None,
        html.P(chart.foot, className="chart-foot"),
    ]


def chart_table(content: Component) -> html.Details:
    """The disclosure that holds a chart's table; `content` is a part with `chart_rows` in it, so that an open
    table stays open when its figures change."""
    return html.Details([html.Summary("Show the figures as a table"), content], className="chart-table")


def chart_rows(chart: Chart | Dots, caption: str) -> html.Div:
    """Every figure of `chart` as text, of which chart.js makes the table once it is open.

    Twenty lines over thirty years are six hundred cells that few readers open and every repaint would build.
    """
    header, rows = table(chart)
    content = orjson.dumps({"caption": caption, "header": header, "rows": rows}).decode()
    return html.Div(**{"data-table": content})
