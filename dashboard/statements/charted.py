"""Charted: the control chart behind a verdict, over every period that is published, with its dates."""

from dataclasses import dataclass
from datetime import date
from math import isnan

from dashboard.methods.limits import Segment
from dashboard.methods.spc import Spc, xmr
from dashboard.site import Site
from dashboard.statements.judgement import Judgement
from dashboard.statements.regular import regular, steps


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

    def limits(self, part: Segment) -> tuple[float, float]:
        """The lower and the upper limit of a stretch that has them, none below what is possible."""
        return (part.lower if self.low is None else max(part.lower, self.low)), part.upper


def trend_periods(site: Site, judged: Judgement | None) -> tuple[date, ...]:
    """The periods that a recent trend rests on; none where another method gave the verdict."""
    if judged is None or judged.change.method != "recent trend" or judged.change.trend is None:
        return ()
    series = site.observations(judged.indicator).series(judged.area.code)
    periods = regular(judged.indicator, series).periods
    return tuple(periods[judged.change.since + place] for place in judged.change.trend.points)


def charted(site: Site, judged: Judgement) -> Charted | None:
    """The control chart of `judged`; None where another method gave the verdict.

    A plain chart covers the stretches before the last break too, each with limits of its own.
    """
    change, indicator = judged.change, judged.indicator
    if change.chart is None:
        return None
    grid = regular(indicator, site.observations(indicator).series(judged.area.code))
    if change.adjusted is None:
        drawn = xmr(grid.values, better=indicator.better, steps=steps(indicator), periods=grid.periods)
        low = 0.0 if min(value for value in grid.values if not isnan(value)) >= 0 else None
        return Charted(judged, grid.periods, grid.values, drawn, "", low)
    first = change.since + change.adjusted.start
    values = change.adjusted.values
    kind = "percent" if change.adjusted.unit == "percent" else "difference"
    kind = "season" if change.method == "xmr after STL" else kind
    return Charted(judged, grid.periods[first : first + len(values)], values, change.chart, kind, None)
