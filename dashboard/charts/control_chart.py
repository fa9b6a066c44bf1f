"""The control chart of an indicator: what is usual, and which figures are not."""

from collections.abc import Iterator
from math import isnan

from dashboard.catalogue.periods import lasts
from dashboard.charts.chart import Band, Chart, Line, Mark, Point
from dashboard.site import Site
from dashboard.statements.judgement import control_chart_words as words
from dashboard.statements.judgement.control_chart import Charted
from dashboard.statements.judgement.regular import period_end


def control_chart(site: Site, drawn: Charted) -> Chart:
    """The chart of `drawn`: its line, the average and the limits, and what happened."""
    return Chart(
        title=words.title(drawn),
        subtitle=words.plotted(drawn),
        unit=drawn.judged.shown.unit if drawn.adjusted != "percent" else "% change on a year before",
        format=lambda value: words.written(drawn, value),
        lines=(_figures(drawn), *_ruled(drawn)),
        bands=tuple(_bands(drawn)),
        summary=words.summary(drawn),
        marks=_marks(site, drawn),
        intervals=False,
        length=lasts(drawn.judged.indicator.period),
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
        low, high = drawn.limits(part) or (None, None)
        for period in drawn.periods[part.start : part.stop]:
            label = drawn.judged.indicator.period_label(period)
            for name, value in zip(rows, (high, part.mean, low), strict=True):
                rows[name].append(Point(period, label, value))
    roles = {"Average": "mean"}
    lines = [Line(name, tuple(points), roles.get(name, "limit")) for name, points in rows.items()]
    return [line for line in lines if line.figures]


def _bands(drawn: Charted) -> Iterator[Band]:
    for part in drawn.spc.segments:
        if limits := drawn.limits(part):
            low, high = limits
            days = drawn.periods[part.start : part.stop]
            points = tuple(
                Point(day, drawn.judged.indicator.period_label(day), None, low, high) for day in days
            )
            yield Band("Usual range", points, "limits")


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
        if first <= item.day <= period_end(indicator, last)
    ]
    return tuple(sorted((*breaks, *events), key=lambda mark: mark.period))


def _areas(site: Site, drawn: Charted) -> list[str]:
    """The area judged, and the region it lies in: what was noted of the region happened there too."""
    area = drawn.judged.area
    region = site.geography.region_of(area.code)
    return [area.code, *([region.code] if region and region != area else [])]
