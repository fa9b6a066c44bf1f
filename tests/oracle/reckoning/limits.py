"""Limits of chance from counts, by the formulas that OHID prints (Wilson; Byar, exact for few events)."""

from functools import cache
from math import sqrt
from statistics import NormalDist

# By how much a publisher moves a count (standard deviation): rounding to 5 evenly, the census by one at most.
MOVED = {"full": 0, "rounded": 5 / sqrt(12), "perturbed": 1}


@cache
def z_of(sure):
    """How many standard errors either side hold so much of a bell curve: 1.96 for 95%."""
    return NormalDist().inv_cdf(0.5 + sure / 2)


def wilson(part, whole, sure=0.95):
    """Lower and upper limit of a share, from 0 to 1."""
    z = z_of(sure)
    middle = 2 * part + z * z
    around = z * sqrt(z * z + 4 * part * (1 - part / whole))
    below = 2 * (whole + z * z)
    return (middle - around) / below, (middle + around) / below


def byar(count, sure=0.95):
    """Lower and upper limit of a count of events: exact below 10, Byar's from there."""
    if count < 10:
        from scipy.stats import chi2  # takes a second to load, in every test process

        tail = (1 - sure) / 2
        lower = float(chi2.ppf(tail, 2 * count)) / 2 if count else 0.0
        return lower, float(chi2.ppf(1 - tail, 2 * count + 2)) / 2
    z = z_of(sure)
    more = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    return lower, more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3


def from_counts(entry, numerator, denominator, sure=0.95):
    """Limits of a figure made of counts, in its own unit, or (None, None) where chance does not work so."""
    if not (denominator > 0 and numerator >= 0):
        return None, None
    per = entry.get("per", 100)
    if entry["kind"] == "proportion" and numerator <= denominator:
        ends = [per * end for end in wilson(numerator, denominator, sure)]
        variance = numerator * (1 - numerator / denominator)
    elif entry["kind"] == "rate":
        ends = [per * end / denominator for end in byar(numerator, sure)]
        variance = numerator
    else:
        return None, None
    moved = MOVED[entry.get("counts", "full")]
    if sqrt(variance) >= 4 * moved:
        return tuple(ends)
    value, reach = per * numerator / denominator, z_of(sure) * per * moved / denominator
    low = value - sqrt((value - ends[0]) ** 2 + reach**2)
    high = value + sqrt((ends[1] - value) ** 2 + reach**2)
    return max(low, 0), min(high, 100) if entry["kind"] == "proportion" else high
