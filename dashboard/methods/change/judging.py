"""The methods of `choose`, each applied to one stretch, and the next rule where a control chart is silent."""

from dataclasses import replace

import numpy as np

from dashboard.methods.change.by_margins import by_margins
from dashboard.methods.change.choice import choose
from dashboard.methods.change.rare import WATCHED_MOVES, rare_move
from dashboard.methods.change.seasonal import PER_YEAR, Adjusted, on_year_before, stl_adjusted
from dashboard.methods.change.stretch import Stretch, change_verdict, no_verdict
from dashboard.methods.change.trend import direction_only
from dashboard.methods.change.verdict import BEYOND, CHART_ALONE, EVERYWHERE, WATCHED, Change
from dashboard.methods.control_charts.level import runs_may_speak, why_unreliable
from dashboard.methods.control_charts.xmr import ENOUGH_POINTS, without_runs, xmr

_SCOPES = {"watch": WATCHED, "everywhere": EVERYWHERE}
BASE_MONTHS = 36  # of monthly counts: a level of years ago is no measure of this month


def judged(given: Stretch) -> Change:
    """The verdict on a stretch by the method that its kind of series allows."""
    base = _base(given)
    y = base.values
    limited = _limited(base)
    points = int(np.count_nonzero(~np.isnan(y)))
    choice = choose(given.frequency, points, limited, given.seasonal, bool(np.isnan(y).any()))
    nothing = Change("cannot tell", 0, choice.method, choice.reason, given.since)
    if choice.method in ("direction only", "no trend"):
        return no_verdict(nothing, given)
    if choice.method.startswith("xmr"):
        found = _charted(replace(nothing, since=base.since), base)
        if isinstance(found, Change):
            return _confirmed(found, nothing, given)
        return _moved(replace(nothing, silenced=found), given)
    if choice.method == "rare moves":
        return _moved(nothing, given)
    return by_margins(nothing, given)


def _limited(base: Stretch) -> int:
    """How many figures have limits; none is of use where the newest, which the verdict is about, has none."""
    known = (base.upper > base.lower) & ~np.isnan(base.values)
    return int(np.count_nonzero(known)) if known[-1] else 0


def _base(given: Stretch) -> Stretch:
    """Of monthly counts the last 36 months: the level of years ago is no measure of this month."""
    cut = len(given.values) - BASE_MONTHS
    if not given.relative or given.frequency != "month" or cut <= 0:
        return given
    there = None if given.there is None else given.there[cut:]
    values, lower, upper = given.values[cut:], given.lower[cut:], given.upper[cut:]
    return replace(given, values=values, lower=lower, upper=upper, there=there, since=given.since + cut)


def _moved(nothing: Change, given: Stretch) -> Change:
    """Rare moves; of a seasonal series among the same month of every year."""
    step = PER_YEAR.get(given.frequency, 1) if given.seasonal else 1
    there = None if given.there is None else given.there[::-step][::-1]
    values, silent = given.values[::-step][::-1], bool(nothing.silenced)
    seen = rare_move(values, there, relative=given.relative, unit=given.unit, silenced=silent)
    found = replace(nothing, method="rare moves", moves=seen, trend=direction_only(given.values))
    if seen.verdict == "untold":
        few = seen.figure is None or seen.figure.earlier < WATCHED_MOVES
        return no_verdict(
            replace(found, method="direction only" if few else "rare moves", reason=seen.reason), given
        )
    found = replace(found, reason=seen.reason, direction=seen.direction)
    if seen.verdict == "here":
        return replace(change_verdict(found, seen.direction, given.better), here=True)
    return replace(found, verdict="nothing unusual", scope=_SCOPES.get(seen.verdict, ""))


def _charted(nothing: Change, given: Stretch) -> Change | str:
    """The verdict of the control chart; why it may not speak where it may not."""
    adjusted = _adjusted(given, nothing.method)
    values = given.values if adjusted is None else np.asarray(adjusted.values)
    if np.isnan(values[-1]) or np.count_nonzero(~np.isnan(values)) < ENOUGH_POINTS:
        return ""  # a season, and no figure of a year before the newest, or of too many others
    unadjusted = adjusted is None or nothing.method == "xmr after STL"
    chart = xmr(values, better=given.better, target=given.target if unadjusted else None)
    percent = adjusted is not None and adjusted.unit == "percent"
    if why := why_unreliable(values, chart.segments[0], 0.0 if percent else given.unit):
        return why
    found = replace(nothing, warnings=chart.warnings, chart=chart, adjusted=adjusted)
    if chart.variation == "cannot tell":
        return found
    if not runs_may_speak(values):
        found = replace(found, chart=(chart := without_runs(chart)))
    return change_verdict(found, chart.directions[chart.last], given.better)


def _confirmed(found: Change, nothing: Change, given: Stretch) -> Change:
    """A chart's finding is a verdict where the move of figure and gap is rare too; else it is no verdict.

    A series that only drifts can look level for a while, and no test of its past tells (docs/methods.md).
    """
    if not found.scope:
        return found
    moves = _moved(nothing, given)
    if not given.seasonal and moves.scope == BEYOND and moves.direction == found.direction:
        return found
    return replace(found, verdict="nothing unusual", scope=CHART_ALONE)


def _adjusted(given: Stretch, method: str) -> Adjusted | None:
    y = given.values
    if method == "xmr after STL":
        return stl_adjusted(y, given.frequency)
    if method == "xmr on change from a year before":
        # Per cent of nothing, or of a negative figure, means nothing.
        return on_year_before(y, given.frequency, percent=bool(np.nanmin(y) > 0))
    return None
