"""Is this place different? The rules of the methods paper a second time, from its text alone."""

from math import comb

from tests.oracle.reckoning.change import apart, sign
from tests.oracle.reckoning.limits import from_counts, z_of
from tests.oracle.reckoning.written import as_shown

SURE, SURER = 0.95, 0.998
WIDER = z_of(SURER) / z_of(SURE)


def side(limits, benchmark):
    """+1, -1 or 0 of a figure with (lower, upper) against a benchmark taken as exact; None without limits.

    Touching is similar.
    """
    lower, upper = limits
    if lower is None or upper is None:
        return None
    return (lower > benchmark) - (upper < benchmark)


def wider(figure, times):
    """(lower, upper) of (period, value, lower, upper), drawn so many times as far from the value."""
    _, value, lower, upper = figure
    return value - times * (value - lower), value + times * (upper - value)


def good_or_bad(direction, better):
    """+1 good, -1 bad, None where neither direction is better."""
    return None if better == "neither" else direction * (1 if better == "higher" else -1)


def rank(values, code, better):
    """(place from the best, or from the highest where neither is better; of how many) among values by code.

    Places with the same figure share a place.
    """
    mine = values[code]
    lower_first = better == "lower"
    ahead = sum((value < mine) if lower_first else (value > mine) for value in values.values())
    return ahead + 1, len(values)


def furthest(figures, benchmark, direction, count=3):
    """The places that lie furthest from the benchmark on one side, furthest first."""
    there = {code: value for code, value in figures.items() if sign(value - benchmark) == direction}
    return sorted(there, key=lambda code: -abs(there[code] - benchmark))[:count]


def by_chance_alone(comparisons, sure=SURE):
    """How many of so many comparisons chance alone would call different."""
    return comparisons * (1 - sure)


def rank_range(figures, place):
    """(best, worst, of how many), counted from the highest, of {place: (period, value, lower, upper)}.

    Best: one more than those clearly ahead by the interval of the difference; worst: all but those clearly
    behind. None without any limits: the place of the figure alone would be a league table.
    """
    here = figures[place]
    if all(None in row for row in figures.values()):
        return None
    clear = [apart(row, here) for other, row in figures.items() if other != place]
    return 1 + clear.count(1), len(figures) - clear.count(-1), len(figures)


def gap(entry, figure, counts, there, decimals):
    """(direction, chance, how sure) of a figure against the value of its benchmark, taken as exact.

    chance: "beyond" or "within" by the limits; "unknown" without, then the figures are compared as they are
    shown. How sure: 0.998 or 0.95 where it is beyond. `counts` are (numerator, denominator) or None.
    """
    _, value, lower, upper = figure
    if lower is None:
        shown = as_shown(value, decimals), as_shown(there, decimals)
        return (0 if shown[0] == shown[1] else sign(value - there)), "unknown", None
    direction = side((lower, upper), there)
    if not direction:
        return 0, "within", None
    surer = from_counts(entry, *counts, SURER) if counts else (None, None)
    surer = wider(figure, WIDER) if surer[0] is None else surer
    return direction, "beyond", SURER if side(surer, there) else SURE


def against_neighbours(here, others, better, decimals):
    """(better than, worse than, similar to) so many others, and whether all were compared by their limits.

    Without both limits figures are compared as they are shown.
    """
    found = []
    for other in others:
        tested = None not in here and None not in other
        same = as_shown(here[1], decimals) == as_shown(other[1], decimals)
        direction = apart(here, other) if tested else (0 if same else sign(here[1] - other[1]))
        found.append((good_or_bad(direction, better), tested))
    counts = [sum(good == wanted for good, _ in found) for wanted in (1, -1, 0)]
    return (*counts, all(tested for _, tested in found)) if found else None


# How often a rule is wrong in one direction where nothing happens, by the table on /tested.
WRONG = {"recent trend": 0.004, "difference": 0.025, "periods apart": 0.05, "gap": 0.025}


def enough(count, total, rule):
    """Whether what holds of `count` of `total` districts may be said of their region.

    At least a third, and as many at most 1 time in 20 by chance.
    """
    wrong = WRONG.get(rule, 0.05)
    ways = [comb(total, k) * wrong**k * (1 - wrong) ** (total - k) for k in range(count, total + 1)]
    return 3 * count >= total and sum(ways) <= 0.05
