"""What is said of a rare move: how long since one as large, what England did, and where the gap stands."""

from math import isnan

import numpy as np

from dashboard.catalogue.rounding import written
from dashboard.methods.change.rare import Move, gap_to
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import SPANS, figure, lately, start, subject, when

_OWN = ("here", "watch", "not furthest")  # verdicts by which neither the figure nor the gap ever moved as far


def rare(judged: Judgement) -> str:
    """The newest move as a fact: "the largest rise in 24 years (3.1% to 4.0%); England's rose less"."""
    found = judged.change.rare
    if found.verdict == "untold":
        return f"{_plain(judged)}; {found.reason}"
    if found.verdict == "ordinary":
        size = ", no more than rounding can make" if found.newest.rounding else ", a move of ordinary size"
        return f"{_plain(judged)}{size if lately(judged) else ''}"
    moved = f"{figure(judged, _before(judged))} to {figure(judged, -1)}"
    sentence = f"{subject(judged)}{_largest(judged, found.newest)} ({moved})"
    if judged.shown is judged.indicator:
        sentence += f"; {_england(judged)}{_gap(judged) if found.verdict in _OWN else ''}"
    if found.verdict not in _OWN and not _rose_too(judged):
        sentence += ", and the gap moved as far before"
    if found.verdict == "watch":
        sentence += f"; with {found.earlier} earlier moves to hold it against, one to watch"
    if found.verdict == "not furthest":
        sentence += "; no verdict, as a move the other way was as far from the usual one"
    return sentence


def _plain(judged: Judgement) -> str:
    """The newest figure against the one before: "up from 3.1% in 2024"."""
    before = figure(judged, _before(judged))
    if before == figure(judged, -1):
        return f"{subject(judged)}the same as {when(judged, _before(judged))}"
    way = "up" if judged.series.values[-1] > judged.series.values[_before(judged)] else "down"
    return f"{subject(judged)}{way} from {before} {when(judged, _before(judged))}"


def _before(judged: Judgement) -> int:
    return -1 - judged.back


def _largest(judged: Judgement, move: Move) -> str:
    """ "the largest rise in 24 years", or "the first rise in 24 years" where there was none before."""
    name = "rise" if move.direction > 0 else "fall"
    kind = "largest" if _any_before(judged, move.direction) else "first"
    return f"the {kind} {name}{among(judged, move.earlier + 1)}"


def among(judged: Judgement, moves: int) -> str:
    """Of how many moves one is the largest: " in 24 years"; of a count, " in per cent in 103 months"."""
    span = "years" if judged.indicator.seasonal else SPANS.get(judged.frequency, "years")
    per_cent = " in per cent" if judged.indicator.statistic == "count" else ""
    return f"{per_cent} in {moves} {span}"


def _any_before(judged: Judgement, direction: int) -> bool:
    moves = np.diff(np.asarray(judged.series.values)[:: -judged.back][::-1])[:-1]
    return bool((moves * direction > 0).any())


def _rose_too(judged: Judgement) -> bool:
    """Whether the benchmark, as shown, moved the same way."""
    now, then = judged.series.benchmark_values[-1], judged.series.benchmark_values[_before(judged)]
    shown = judged.shown.format(now) != judged.shown.format(then)
    return shown and (now > then) == (judged.change.rare.direction > 0)


def _england(judged: Judgement) -> str:
    """What the benchmark did in the same period."""
    name, there = judged.series.benchmark, judged.series.benchmark_values
    before, format_ = _before(judged), judged.shown.format
    if isnan(there[before]):
        return f"what {name} did is not known"
    if format_(there[-1]) == format_(there[before]):
        return f"{name} did not change"
    way = 1 if there[-1] > there[before] else -1
    verb = "rose" if way > 0 else "fell"
    if way != judged.change.rare.direction:
        return f"{name} {verb} ({format_(there[before])} to {format_(there[-1])})"
    here = judged.series.values
    relative = judged.indicator.statistic == "count"
    moved = [
        abs(b / a - 1) if relative else abs(b - a)
        for a, b in ((column[before], column[-1]) for column in (here, there))
    ]
    less = " less" if moved[1] < moved[0] else " more" if moved[1] > moved[0] else " as much"
    return f"{name} {verb}{less} ({format_(there[before])} to {format_(there[-1])})"


def _gap(judged: Judgement) -> str:
    """Where the gap stands after the move: ", so the gap is the widest since 2009"; of a count its share."""
    if judged.indicator.statistic == "count":
        shares = 100 * gap_to(judged.series.values, judged.series.benchmark_values, relative=True)
        moved = "rose" if judged.change.rare.direction > 0 else "fell"
        ends = f"{written(shares[_before(judged)], 1)}% to {written(shares[-1], 1)}%"
        return f", so its share of {judged.series.benchmark}’s never {moved} as much ({ends})"
    gaps = gap_to(judged.series.values, judged.series.benchmark_values)
    side = 1 if gaps[-1] > 0 else -1
    if side * judged.change.rare.direction < 0:
        return ", so the gap never narrowed as much"
    as_wide = np.flatnonzero(side * gaps[:-1] >= side * gaps[-1])
    if not as_wide.size:
        first = int(np.flatnonzero(~np.isnan(gaps))[0])
        return f", so the gap is the widest since the figures begin ({start(judged, first)})"
    return f", so the gap is the widest since {start(judged, int(as_wide[-1]))}"
