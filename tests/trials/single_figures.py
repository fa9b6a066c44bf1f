"""The same of rules that look at one or two figures: the gap to England, that of a register that moves from
year to year by more than its counts explain, and the same months of two years."""

from collections.abc import Callable, Iterator
from functools import partial
from zlib import crc32

import numpy as np

from dashboard.methods.comparison import compare
from dashboard.methods.counts import clustering, estimate_overdispersion, two_counts, widened
from dashboard.methods.intervals import rate_limits, wilson
from dashboard.pages.about.alarm_table import Alarm

BASE = 1000
EXPECTED = 100.0  # cases
SPREAD = {"proportion": (EXPECTED * (1 - EXPECTED / BASE)) ** 0.5, "rate": EXPECTED**0.5}
OVERDISPERSED = (
    11.0  # times the variance that counts explain: business births and empty homes in city regions
)
REGISTER = 100_000  # firms, a tenth of them new
PLACES, YEARS = 20, 6
SIZES = (1, 1, 1, 2, 4)  # how many casualties a collision has, each as often

Way = Callable[[float, np.random.Generator], int]  # the direction found, at so many standard deviations


def sweep_of_figures(count: int) -> Iterator[Alarm]:
    """The gap at two levels for a proportion and a rate; counts that come alone and in clusters."""
    for kind in SPREAD:
        for level in (0.95, 0.998):
            yield _alarm(f"gap at {100 * level:g}%", kind, count, partial(_gap, kind, level))
    for level in (0.95, 0.998):
        kind = f"register that moves {OVERDISPERSED:g} times as much"
        yield _alarm(f"gap that lasts at {100 * level:g}%", kind, count, partial(_lasting, level))
    yield _alarm("same months of two years", "events that come alone", count, _alone)
    yield _alarm("same months of two years", "events in clusters", count, _clustered)


def _alarm(rule: str, kind: str, count: int, way: Way) -> Alarm:
    draw = np.random.default_rng(crc32(f"{rule} {kind}".encode()))
    nothing = [way(0.0, draw) for _ in range(count)]
    found = [sum(way(by, draw) > 0 for _ in range(count)) for by in (2.0, 3.0)]
    return Alarm(rule, kind, 1, count, count, nothing.count(1), nothing.count(-1), *found)


def _gap(kind: str, level: float, by: float, draw: np.random.Generator) -> int:
    expected = EXPECTED + by * SPREAD[kind]
    share = kind == "proportion"
    cases = int(draw.binomial(BASE, expected / BASE) if share else draw.poisson(expected))
    limits = wilson if share else rate_limits
    narrow, wide = (
        tuple(float(np.squeeze(end)) for end in limits([cases], [BASE], confidence=confidence, per=100))
        for confidence in (0.95, 0.998)
    )
    found = compare(100 * cases / BASE, *narrow, 100 * EXPECTED / BASE, "lower", wider=wide)
    return found.direction if (found.confidence or 0) >= level else 0


def _lasting(level: float, by: float, draw: np.random.Generator) -> int:
    """The first of PLACES whose rates differ from England's by the luck of each year alone, with its newest
    raised by so many of these years' standard deviations."""
    error = 100 * (0.1 * 0.9 / REGISTER) ** 0.5
    rates = 10 + OVERDISPERSED**0.5 * error * draw.standard_normal((PLACES, YEARS))
    overdispersion = estimate_overdispersion(
        np.diff(rates, axis=1).ravel(), np.full(PLACES * (YEARS - 1), error * 2**0.5)
    )
    value = float(rates[0, -1]) + by * OVERDISPERSED**0.5 * error
    narrow, wide = (
        tuple(
            widened(value, float(np.squeeze(end)), overdispersion)
            for end in wilson([value * REGISTER / 100], [REGISTER], confidence=confidence, per=100)
        )
        for confidence in (0.95, 0.998)
    )
    found = compare(value, *narrow, 10.0, "lower", wider=wide)
    return found.direction if (found.confidence or 0) >= level else 0


def _alone(by: float, draw: np.random.Generator) -> int:
    return two_counts(draw.poisson(EXPECTED + by * EXPECTED**0.5), draw.poisson(EXPECTED)).direction


def _clustered(by: float, draw: np.random.Generator) -> int:
    scale = clustering(SIZES)
    each = [EXPECTED + by * (EXPECTED * scale) ** 0.5, EXPECTED]
    now, before = (int(draw.choice(SIZES, draw.poisson(cases / np.mean(SIZES))).sum()) for cases in each)
    return two_counts(now, before, scale).direction
