"""How often each verdict on a change is wrong where nothing happened, and how often it finds what did.

Every series goes through `judge`, as every indicator does. Lower is better throughout, so a rise is worse.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from dashboard.methods.change.assess import judge
from dashboard.methods.change.trend import Z95_WIDTH
from dashboard.methods.change.verdict import BEYOND, CHART_ALONE, WATCHED, Change
from dashboard.methods.counts import estimate_overdispersion
from dashboard.methods.parts import holds
from dashboard.pages.about.alarm_table import Alarm
from tests.trials.series import KINDS, Drawn, averaged, drawn, shifted, with_season

SHIFTS = (0.0, 2.0, 3.0)
PARTS = (3, 5, 10)  # local authorities of a region
YEARS = 3
PLAIN = {
    "recent trend": "recent trend",
    "difference": "difference",
    "periods apart": "periods apart",
    "rare moves": "rare moves",
    "xmr": "control chart that a rare move bears out",
}


@dataclass(frozen=True)
class Rule:
    """A rule as readers know it, the `method` that gives it, the series it is given, and how many of the
    newest figures a shift moves."""

    name: str
    method: str
    frequency: str
    lengths: tuple[int, ...]
    newest: int = 1
    margins: bool = False
    per_year: int = 0
    scope: str = BEYOND


RULES = (
    Rule("recent trend", "recent trend", "calendar year", (10, 15, 25), 3, margins=True),
    Rule("difference", "difference", "calendar year", (4,), margins=True),
    Rule("periods apart", "periods apart", "three years", (10, 15, 25), margins=True),
    Rule("rare moves", "rare moves", "calendar year", (21, 25)),
    Rule("rare moves where a chart may not speak", "rare moves", "month", (25,)),
    Rule("rare moves to be watched", "rare moves", "calendar year", (12, 15, 19), scope=WATCHED),
    Rule("control chart that a rare move bears out", "xmr", "month", (25,)),
    Rule("control chart alone, no verdict", "xmr", "month", (15, 25), 7, scope=CHART_ALONE),
    Rule(
        "control chart against a year before, no verdict",
        "xmr on change from a year before",
        "month",
        (25,),
        7,
        False,
        12,
        CHART_ALONE,
    ),
    Rule(
        "control chart without the season, no verdict",
        "xmr after STL",
        "quarter",
        (25,),
        7,
        False,
        4,
        CHART_ALONE,
    ),
)


def alarms(rule: Rule, kind: str, points: int, count: int, shifts: Sequence[float] = SHIFTS) -> Alarm:
    """The rates of one rule on `count` series of one kind and length."""
    nothing, *moved = directions(rule, kind, points, count, shifts)
    spoke = ~np.isnan(nothing)
    found = [int((way[spoke] > 0).sum()) for way in moved]
    worse, better = int((nothing > 0).sum()), int((nothing < 0).sum())
    return Alarm(rule.name, kind, points, count, int(spoke.sum()), worse, better, *found)


def in_parts(rule: Rule, kind: str, points: int, total: int, count: int) -> Alarm:
    """The same of a third of the local authorities of `count` regions of `total` each, of which nothing is
    true. No power: how many of them would have to move is a matter of the region."""
    (each,) = directions(rule, kind, points, count * total, (0.0,))
    regions = each.reshape(count, total)
    worse = [holds(int((row > 0).sum()), total, rule.method) for row in regions]
    better = [holds(int((row < 0).sum()), total, rule.method) for row in regions]
    spoke = int((~np.isnan(regions)).any(axis=1).sum())
    return Alarm(f"{rule.name} in a third of {total}", kind, points, count, spoke, sum(worse), sum(better))


def directions(rule: Rule, kind: str, points: int, count: int, shifts: Sequence[float]) -> np.ndarray:
    """For each shift and series: NaN where the rule does not speak, +1 where it says worse here, -1 better,
    0 neither. Without a shift, and where the truth itself moved that way, what it says is not wrong: 0."""
    draw = np.random.default_rng(crc32(f"{rule.name} {kind} {points}".encode()))
    given = drawn(kind, count, points + (YEARS - 1) * (rule.frequency == "three years"), draw, rule.margins)
    given = averaged(given, YEARS) if rule.frequency == "three years" else given
    given = with_season(given, rule.per_year) if rule.per_year else given
    overdispersion = _overdispersion(given) if rule.margins else 1.0
    return np.array([list(_said(rule, shifted(given, by, rule.newest), overdispersion, by)) for by in shifts])


def _said(rule: Rule, given: Drawn, overdispersion: float, by: float) -> Iterator[float]:
    for figures, england, truth in zip(given.figures, given.england, given.truth, strict=True):
        limits = {"lower": figures - Z95_WIDTH / 2, "upper": figures + Z95_WIDTH / 2} if rule.margins else {}
        found = judge(
            figures,
            rule.frequency,
            benchmark=england,
            better="lower",
            seasonal=bool(rule.per_year),
            overdispersion=overdispersion,
            **limits,
        )
        way = _way(rule, found)
        yield 0.0 if not by and way and rule.margins and _true(found, truth - england) == way else way


def _way(rule: Rule, found: Change) -> float:
    """What the attention list makes of it: worse is not said of a place whose gap stood still."""
    if found.method != rule.method or found.verdict == "cannot tell":
        return float("nan")
    if found.scope != rule.scope or (found.direction > 0 and found.here is False):
        return 0.0
    return float(found.direction)


def _true(found: Change, truth: np.ndarray) -> int:
    """The way that the truth went between the first and the last of the points that were judged."""
    move = truth[found.trend.points[-1]] - truth[found.trend.points[0]]
    return int(move > 1e-9) - int(move < -1e-9)


def _overdispersion(given: Drawn) -> float:
    moves = np.diff(given.figures - given.england, axis=1)
    return estimate_overdispersion(moves.ravel(), np.full(moves.size, 2**0.5))


def sweep(count: int, shifts: Sequence[float] = SHIFTS) -> Iterator[Alarm]:
    """Every rule on every kind and length of series."""
    for rule in RULES:
        for kind in KINDS:
            for points in rule.lengths:
                yield alarms(rule, kind, points, int(count * _share(rule, points)), shifts)


def _share(rule: Rule, points: int) -> float:
    """Fewer series where the season has to be taken out (slow); more where the rate is 1 in 20 by reckoning
    (the newest of 20 moves is as likely as any to be the largest), which few series may put above it."""
    if rule.method == "xmr after STL":
        return 0.5
    return 25 if rule.name == "rare moves" and points == 21 else 1


def sweep_of_parts(count: int) -> Iterator[Alarm]:
    """Every rule with a verdict of its own on a plain series, in regions of each size."""
    for rule in (rule for rule in RULES if rule.name == PLAIN.get(rule.method)):
        for kind in (KINDS[0], *KINDS[-2:]):
            yield from (in_parts(rule, kind, rule.lengths[-1], total, count) for total in PARTS)
