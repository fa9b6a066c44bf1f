"""Sparkline: the shape of a series in a few pixels, as SVG markup coloured by the stylesheet."""

from collections.abc import Callable
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.gaps import with_gaps
from dashboard.datastore.observations import Observation, Series

WIDTH, HEIGHT, MARGIN = 112, 40, 5
Place = Callable[[Observation], tuple[float, float]]  # where a figure lies, in pixels


def spark(indicator: Indicator, series: Series, benchmark: Series = ()) -> str | None:
    """SVG of `series` over `benchmark`; None with fewer than two figures. Gaps and breaks stay open."""
    figures = [item for item in series if item.value is not None]
    if len(figures) < 2:
        return None
    start, end = figures[0].period, figures[-1].period
    beside = tuple(item for item in benchmark if start <= item.period <= end)
    values = [item.value for item in (*figures, *beside) if item.value is not None]
    low, high = min(values), max(values)

    def point(item: Observation) -> tuple[float, float]:
        x = MARGIN + (WIDTH - 2 * MARGIN) * (item.period - start).days / max((end - start).days, 1)
        share = 0.5 if high == low else (item.figure - low) / (high - low)
        return round(x, 1), round(HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * share, 1)

    breaks = [item.since for item in indicator.breaks]
    lines = [
        ("spark-benchmark", with_gaps(indicator, beside)),
        ("spark-line", with_gaps(indicator, _from(series, start))),
    ]
    paths = [f'<path class="{name}" d="{_path(items, point, breaks)}"/>' for name, items in lines if items]
    x, y = point(figures[-1])
    dot = f'<path class="spark-end" d="M{x} {y}h0"/>'
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">{"".join(paths)}{dot}</svg>'


def _from(series: Series, start: date) -> Series:
    return tuple(item for item in series if item.period >= start)


def _path(items: Series, point: Place, breaks: list[date]) -> str:
    """A path that lifts the pen where a figure is missing and at a break; a lone figure is a dot."""
    runs: list[list[str]] = [[]]
    before = None
    for item in items:
        if item.value is None or (before and any(before < since <= item.period for since in breaks)):
            runs.append([])
        if item.value is not None:
            x, y = point(item)
            runs[-1].append(f"{x} {y}")
            before = item.period
    return "".join(f"M{'L'.join(run)}" + ("h0" if len(run) == 1 else "") for run in runs if run)
