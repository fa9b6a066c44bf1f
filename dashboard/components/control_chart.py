"""The control chart of an indicator: what is usual, and which figures are not."""

from math import isnan

from dash import html

from dashboard.components.chart import chart_figure, chart_rows, chart_table
from dashboard.figures.chart import RULED, Band, Chart, Line, Mark, Point
from dashboard.figures.looks import BANDS, looks, shade, signal_swatch, swatch
from dashboard.site import Site
from dashboard.statements import spc_words as words
from dashboard.statements.charted import Charted


def control_chart(site: Site, drawn: Charted) -> Chart:
    """The chart of `drawn`: its line, the average and the limits of each stretch, breaks and events."""
    return Chart(
        title=words.title(drawn),
        subtitle=words.plotted(drawn),
        unit=drawn.judged.indicator.unit if drawn.adjusted != "percent" else "% change on a year before",
        format=lambda value: words.written(drawn, value),
        lines=(_figures(drawn), *_ruled(drawn)),
        bands=tuple(_bands(drawn)),
        summary=words.summary(drawn),
        marks=_marks(site, drawn),
        intervals=False,
    )


def control_section(name: str, drawn: Charted, chart: Chart) -> html.Div:
    """The chart with its key, its signals in words, how to read it, and its table."""
    signals = words.signals(drawn)
    listed = html.Ul([_said(item) for item in signals], className="signals")
    careful = [html.P(text, className="note") for text in words.warnings(drawn)]
    breaks = [
        html.P(f"The range starts afresh at {_at(drawn, mark)}: {mark.reason}", className="note")
        for mark in chart.marks
        if mark.kind == "break"
    ]
    caption = f"{drawn.judged.indicator.title}: {chart.unit}, with what is to be expected"
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


def _figures(drawn: Charted) -> Line:
    indicator, spc = drawn.judged.indicator, drawn.spc
    points = []
    for place, (period, value) in enumerate(zip(drawn.periods, drawn.values, strict=True)):
        way = spc.directions[place]
        signal = bool(spc.signals[place])
        points.append(
            Point(
                period,
                indicator.period_label(period),
                None if isnan(value) else value,
                note=words.note(drawn, place),
                signal=signal,
                way=way if signal else 0,
                tone=words.tone(drawn, way) if signal else "",
            )
        )
    return Line(drawn.judged.area.name, tuple(points), "focus")


def _ruled(drawn: Charted) -> list[Line]:
    """Average and limits as lines that change from stretch to stretch."""
    rows: dict[str, list[Point]] = {"Upper limit": [], "Average": [], "Lower limit": []}
    for part in drawn.spc.segments:
        low, high = (None, None) if part.lower is None else drawn.limits(part)
        for period in drawn.periods[part.start : part.stop]:
            label = drawn.judged.indicator.period_label(period)
            for name, value in zip(rows, (high, part.mean, low), strict=True):
                rows[name].append(Point(period, label, value))
    roles = {"Average": "mean"}
    lines = [Line(name, tuple(points), roles.get(name, "limit")) for name, points in rows.items()]
    return [line for line in lines if line.figures]


def _bands(drawn: Charted):
    for part in drawn.spc.segments:
        if part.lower is not None:
            low, high = drawn.limits(part)
            days = drawn.periods[part.start : part.stop]
            points = tuple(
                Point(day, drawn.judged.indicator.period_label(day), None, low, high) for day in days
            )
            yield Band("To be expected", points, "limits")


def _marks(site: Site, drawn: Charted) -> tuple[Mark, ...]:
    indicator, first, last = drawn.judged.indicator, drawn.periods[0], drawn.periods[-1]
    breaks = [
        Mark(item.since, "Break", "break", item.reason)
        for item in indicator.breaks
        if first < item.since <= last
    ]
    events = [
        Mark(item.day, item.text, "event", item.reason)
        for item in site.record.marks(indicator.id, _areas(site, drawn))
        if first <= item.day <= last
    ]
    return tuple(sorted((*breaks, *events), key=lambda mark: mark.period))


def _areas(site: Site, drawn: Charted) -> list[str]:
    """The area judged, and the region it lies in: what was noted of the region happened there too."""
    area = drawn.judged.area
    region = site.geography.region_of(area.code)
    return [area.code, *([region.code] if region and region != area else [])]


def _at(drawn: Charted, mark: Mark) -> str:
    period = next(period for period in drawn.periods if period >= mark.period)
    return drawn.judged.indicator.period_label(period)


def _key(drawn: Charted, chart: Chart) -> html.Ul:
    """The lines where they have no room for names at their ends; the range, and each kind of signal."""
    marked = zip(drawn.spc.signals, drawn.spc.directions, strict=True)
    kinds = sorted({(way, words.tone(drawn, way)) for name, way in marked if name}, reverse=True)
    items = [(shade(BANDS["limits"]), "To be expected")]
    for way, tone in kinds:
        said = f"{'High or rising' if way > 0 else 'Low or falling'}"
        items.append((signal_swatch(way, tone), f"Unusual: {said.lower()}" + _meaning(tone)))
    styles = looks(chart)
    lines = [
        html.Li([_swatch(swatch(styles[line])), _with_value(chart, line)], className="key-line")
        for line in chart.lines
    ]
    listed = [html.Li([_swatch(drawing), said]) for drawing, said in items]
    return html.Ul([*lines, *listed], className="chart-key")


def _with_value(chart: Chart, line: Line) -> str:
    """An average or a limit is said with its newest value."""
    return f"{line.name} {chart.format(line.figures[-1].value)}" if line.role in RULED else line.name


def _meaning(tone: str) -> str:
    return "" if tone == "neutral" else f" ({tone})"


def _swatch(drawing: str) -> html.Span:
    return html.Span(className="key-swatch", **{"data-svg": drawing, "aria-hidden": "true"})


def _said(item: words.Signal) -> html.Li:
    return html.Li([_swatch(signal_swatch(item.way, item.tone)), html.Span(item.text)])
