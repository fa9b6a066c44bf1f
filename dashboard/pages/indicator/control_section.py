"""A control chart on a page: its key, its signals in words, how to read it, and its table."""

from dash import html

from dashboard.charts.chart import RULED, Chart, Line, Mark
from dashboard.charts.line_styles import BANDS, looks, shade, signal_swatch, swatch
from dashboard.components.chart import chart_figure, chart_rows, chart_table
from dashboard.statements.judgement import control_chart_words as words
from dashboard.statements.judgement.control_chart import Charted


def control_section(name: str, drawn: Charted, chart: Chart) -> html.Div:
    """The chart with its key, its signals in words, how to read it, and its table."""
    signals = words.signals(drawn)
    listed = html.Ul([_signal(item) for item in signals], className="signals")
    careful = [html.P(text, className="note") for text in words.warnings(drawn)]
    breaks = [
        html.P(f"The range starts afresh at {_at(drawn, mark)}: {mark.reason}", className="note")
        for mark in chart.marks
        if mark.kind == "break"
    ]
    caption = f"{drawn.judged.indicator.title}: {chart.unit}, with its usual range"
    return html.Div(
        [
            html.H3(chart.title, className="chart-title"),
            html.P(chart.subtitle, className="chart-subtitle"),
            _key(drawn, chart),
            chart_figure(name, chart),
            html.P(chart.summary, className="chart-summary"),
            listed if signals else None,
            *careful,
            *breaks,
            html.Details(
                [html.Summary("How unusual is told from usual"), html.P(words.HOW_TO_READ)], className="how"
            ),
            chart_table(chart_rows(chart, caption)),
        ],
        className="control-chart",
    )


def _at(drawn: Charted, mark: Mark) -> str:
    period = next(period for period in drawn.periods if period >= mark.period)
    return drawn.judged.indicator.period_label(period)


def _key(drawn: Charted, chart: Chart) -> html.Ul:
    """The lines where they have no room for names at their ends; the range, and each kind of signal."""
    marked = zip(drawn.spc.signals, drawn.spc.directions, strict=True)
    kinds = sorted({(way, words.tone(drawn, way)) for name, way in marked if name}, reverse=True)
    items = [(shade(BANDS["limits"]), "Usual range")]
    for way, tone in kinds:
        sentence = f"{'High or rising' if way > 0 else 'Low or falling'}"
        items.append((signal_swatch(way, tone), f"Unusual: {sentence.lower()}" + _meaning(tone)))
    styles = looks(chart)
    lines = [
        html.Li([_swatch(swatch(styles[line])), _with_value(chart, line)], className="key-line")
        for line in chart.lines
    ]
    listed = [html.Li([_swatch(drawing), sentence]) for drawing, sentence in items]
    return html.Ul([*lines, *listed], className="chart-key")


def _with_value(chart: Chart, line: Line) -> str:
    """An average or a limit is said with its newest value."""
    return f"{line.name} {chart.format(line.figures[-1].value)}" if line.role in RULED else line.name


def _meaning(tone: str) -> str:
    return "" if tone == "neutral" else f" ({tone})"


def _swatch(drawing: str) -> html.Span:
    return html.Span(className="key-swatch", **{"data-svg": drawing, "aria-hidden": "true"})


def _signal(item: words.Signal) -> html.Li:
    return html.Li([_swatch(signal_swatch(item.way, item.tone)), html.Span(item.text)])
