"""Charted: the control chart behind a verdict, over the periods that were judged, with its dates."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from dashboard.methods.control_charts.control_limits import Segment
from dashboard.methods.control_charts.xmr import Spc
from dashboard.statements.judgement.judgement import Judgement


@dataclass(frozen=True)
class Charted:
    """A control chart with its dates: `values` (NaN where missing) at `periods`, one for one.

    `judged` is the verdict it stands behind. `adjusted` is 'season' (the usual season taken out), 'percent'
    or 'difference' (change on the same period a year before), or ''; values are in the indicator's unit but
    for 'percent'. `low` is the least that a figure can be, or None.
    """

    judged: Judgement
    periods: tuple[date, ...]
    values: tuple[float, ...]
    spc: Spc
    adjusted: str
    low: float | None

    @property
    def latest(self) -> Segment:
        """The stretch that the newest figure lies in."""
        return next(part for part in self.spc.segments if part.start <= self.spc.last < part.stop)

    def limits(self, part: Segment) -> tuple[float, float] | None:
        """The lower and the upper limit of a stretch, none below what is possible; None where it has none."""
        if part.limits is None:
            return None
        lower, upper = part.limits
        return (lower if self.low is None else max(lower, self.low)), upper


def trend_periods(judged: Judgement | None) -> tuple[date, ...]:
    """The periods that a recent trend, or a difference of two figures, rests on; none for other methods."""
    if judged is None or judged.change.trend is None:
        return ()
    if judged.change.method not in ("recent trend", "difference", "periods apart"):
        return ()
    return tuple(judged.series.periods[place] for place in judged.change.trend.points)


def charted(judged: Judgement) -> Charted | None:
    """The control chart of `judged`; None where another method gave the verdict, or no limits may be drawn.

    It covers what was judged: the figures since the last break, of monthly counts the last 36 months.
    """
    change, grid = judged.change, judged.series
    if change.chart is None:
        return None
    if change.adjusted is None:
        low = 0.0 if min(value for value in grid.values if not isnan(value)) >= 0 else None
        return Charted(judged, grid.periods, grid.values, change.chart, "", low)
    values, first = change.adjusted.values, change.adjusted.start
    kind = "percent" if change.adjusted.unit == "percent" else "difference"
    kind = "season" if change.method == "xmr after STL" else kind
    return Charted(judged, grid.periods[first : first + len(values)], values, change.chart, kind, None)
