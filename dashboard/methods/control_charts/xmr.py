"""XmR control charts (statistical process control) by the rules of NHS England, Making Data Count.

Constants and precedence are those of NHSRplotthedots, whose published figures are the test cases. A published
Python library uses other constants, so the rules are written out here (control_limits.py, signals.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.control_charts.control_limits import Segment, Step, draw, split_at_steps
from dashboard.methods.control_charts.signals import mark_signals
from dashboard.methods.polarity import check_better, goodness, word

ENOUGH_POINTS = 13


@dataclass(frozen=True)
class Spc:
    """An XmR chart as numbers.

    `signals[i]` is '', 'outside', 'trend', 'two of three' or 'run'; `directions[i]` is +1, -1 or 0.
    `variation`, the verdict of the point at position `last`, is 'improving', 'worsening', 'rising',
    'falling', 'nothing unusual' or 'cannot tell'. `assurance` is 'consistently meets', 'consistently
    misses', 'hit or miss', or None without a target or polarity. `warnings` are sentences to show beside
    the chart.
    """

    segments: tuple[Segment, ...]
    signals: tuple[str, ...]
    directions: tuple[int, ...]
    last: int
    variation: str
    assurance: str | None
    screened: bool
    warnings: tuple[str, ...]

    @property
    def signal(self) -> str:
        """The signal at the last point, '' when there is none."""
        return self.signals[self.last]


def xmr(
    values: ArrayLike,
    *,
    better: str = "neither",
    target: float | None = None,
    screen: bool = True,
    steps: Sequence[Step] = (),
    periods: Sequence[Any] | None = None,
    fixed_after: int | None = None,
) -> Spc:
    """Draw the limits of an XmR chart and mark every unusual point.

    Source: NHS England, Making Data Count. `values` are in the indicator's unit, in time order,
    one for each regular period; NaN is a missing period: it breaks runs and gives no moving range. `target`
    is in the same unit. `screen` drops moving ranges of 3.267 times their mean or more, once. `steps` cut
    the series (their `since` is compared with `periods`, by default positions 0, 1, ...). `fixed_after`
    draws the limits from that many first points of each stretch. Refuses: no values, infinite values,
    periods out of order, an unknown `better`; a stretch without two neighbouring points gets 'cannot tell',
    one under 13 points a warning.
    """
    check_better(better)
    series = _checked(values)
    segments, signals, directions = [], [], []
    for start, stop, reason in split_at_steps(len(series), steps, periods):
        part = series[start:stop]
        segment = draw(part, start, screen, fixed_after, reason)
        names, ways = mark_signals(part, segment)
        segments.append(segment)
        signals += names
        directions += ways
    last = int(np.flatnonzero(~np.isnan(series))[-1])
    current = next(s for s in segments if s.start <= last < s.stop)
    return Spc(
        segments=tuple(segments),
        signals=tuple(signals),
        directions=tuple(directions),
        last=last,
        variation=_variation(directions[last], current, better),
        assurance=_assurance(target, current, better),
        screened=screen,
        warnings=tuple(_warning(s) for s in segments if s.points < ENOUGH_POINTS),
    )


def without_runs(chart: Spc) -> Spc:
    """The chart with only its points outside the limits marked: for a series too short to tell a run from its
    own drift."""
    kept = [signal == "outside" for signal in chart.signals]
    return replace(
        chart,
        signals=tuple(signal if keep else "" for signal, keep in zip(chart.signals, kept, strict=True)),
        directions=tuple(way if keep else 0 for way, keep in zip(chart.directions, kept, strict=True)),
        variation=chart.variation
        if kept[chart.last] or chart.variation == "cannot tell"
        else "nothing unusual",
    )


def _checked(values: ArrayLike) -> np.ndarray:
    series = np.asarray(values, dtype=float)
    if series.ndim != 1 or not np.any(~np.isnan(series)):
        raise ValueError("xmr has no values; give it at least one figure, in time order")
    if np.isinf(series).any():
        raise ValueError("xmr was given an infinite value; leave a missing period as NaN")
    return series


def _variation(direction: int, segment: Segment, better: str) -> str:
    if segment.mean is None:
        return "cannot tell"
    return word(direction, better, "improving", "worsening", "rising", "falling", "nothing unusual")


def _assurance(target: float | None, segment: Segment, better: str) -> str | None:
    if target is None or better == "neither" or segment.upper is None or segment.lower is None:
        return None
    side = int(target > segment.upper) - int(target < segment.lower)
    # A target above everything we expect to see is missed when higher is better, and met when lower is.
    return {0: "hit or miss", 1: "consistently meets", -1: "consistently misses"}[goodness(-side, better)]


def _warning(segment: Segment) -> str:
    few = f"limits from {segment.points} points are provisional"
    return f"{few}; {ENOUGH_POINTS} or more are needed to trust them"
