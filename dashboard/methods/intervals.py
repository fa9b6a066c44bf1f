"""95% and 99.8% limits from counts: Wilson for proportions, Byar and exact Poisson for rates.

Source: OHID / PHE Technical Guide "Confidence intervals", as in PHEindicatormethods; its test data are ours.
Arrays in, arrays out, so that a whole table is done at once; a missing count or base gives NaN limits.
"""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.gamma_quantile import gamma_quantile

CONFIDENCES = (0.95, 0.998)
SMALL_COUNT = 10


def wilson(
    numerator: ArrayLike, denominator: ArrayLike, *, confidence: float = 0.95, per: float = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limits of a proportion (Wilson 1927), multiplied by `per` (100 for a percentage).

    `numerator` and `denominator` are counts of people or things. Refuses: a negative count, a base of zero or
    less, more cases than the base, a confidence other than 0.95 or 0.998. A missing count or base gives NaN.
    """
    x, n = _counts(numerator, denominator, confidence)
    if (x > n).any():
        raise ValueError("a proportion has more cases than its base; use rate_limits for rates")
    z = normal(confidence)
    share = x / n
    centre = share + z**2 / (2 * n)
    half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    scale = per / (1 + z**2 / n)
    # Nobody and everybody are exact by algebra; the arithmetic would leave them a rounding error away.
    lower = np.where(x == 0, 0.0, (centre - half) * scale)
    return lower, np.where(x == n, float(per), (centre + half) * scale)


def rate_limits(
    count: ArrayLike, base: ArrayLike, *, confidence: float = 0.95, per: float = 100_000
) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limits of a rate `per` so many of its base: Byar from 10 cases, exact Poisson below.

    `count` is a number of events, `base` the population or person-years. Refuses: a negative count, a base of
    zero or less, a confidence other than 0.95 or 0.998. A missing count or base gives NaN.
    """
    x, n = _counts(count, base, confidence)
    lower, upper = map(np.array, _byar(x, confidence))
    few = x < SMALL_COUNT
    if few.any():
        lower[few], upper[few] = exact_poisson(x[few], confidence=confidence)
    return lower / n * per, upper / n * per


def exact_poisson(count: ArrayLike, *, confidence: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Exact limits of a Poisson count below 10, from the gamma distribution; the lower limit of 0 is 0.

    Refuses a count below 0 or of 10 and more, and a confidence other than 0.95 or 0.998. A missing count
    gives NaN.
    """
    x, _ = _counts(count, 1.0, confidence)
    if (x >= SMALL_COUNT).any():
        raise ValueError(f"exact limits are for fewer than {SMALL_COUNT} events; use rate_limits")
    tail = (1 - confidence) / 2
    lower = np.where(x == 0, 0.0, gamma_quantile(np.where(x == 0, 1.0, x), tail))
    return lower, gamma_quantile(x + 1, 1 - tail)


def limits_with_noise(
    value: ArrayLike, lower: ArrayLike, upper: ArrayLike, blur: ArrayLike, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """Limits of a figure whose count was rounded or perturbed: chance and `blur` added as squares.

    `blur` is the standard deviation of what that moved the figure by; all in the unit of `value`.
    """
    y, low, high, moved = (np.asarray(each, dtype=float) for each in (value, lower, upper, blur))
    reach = normal(confidence) * moved
    return y - np.hypot(y - low, reach), y + np.hypot(high - y, reach)


def limits_998(value: float, lower: float, upper: float) -> tuple[float, float]:
    """The 99.8% limits that go with 95% limits, each side widened as that of a normal estimate (1.58 times).

    For published limits, whose counts are not known. All in the unit of `value`.
    """
    factor = normal(0.998) / normal(0.95)
    return value - factor * (value - lower), value + factor * (upper - value)


def _byar(x: np.ndarray, confidence: float) -> tuple[np.ndarray, np.ndarray]:
    z = normal(confidence)
    low, high = (
        np.maximum(x, 1.0),
        x + 1,
    )  # below 10 cases the exact limits are used, so 0 is never needed here
    lower = low * (1 - 1 / (9 * low) - z / (3 * np.sqrt(low))) ** 3
    upper = high * (1 - 1 / (9 * high) + z / (3 * np.sqrt(high))) ** 3
    return lower, upper


def normal(confidence: float) -> float:
    """How many standard errors either side hold that share of a normal curve: 1.96 for 0.95."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _counts(count: ArrayLike, base: ArrayLike, confidence: float) -> tuple[np.ndarray, np.ndarray]:
    if confidence not in CONFIDENCES:
        raise ValueError(f"limits of {confidence} are not shown; say 0.95 or 0.998")
    x, n = np.broadcast_arrays(np.asarray(count, dtype=float), np.asarray(base, dtype=float))
    if (x < 0).any():
        raise ValueError("a count is below zero; correct the numerator")
    if (n <= 0).any():
        raise ValueError("a base is zero or below; leave the denominator missing where there is nobody")
    return x, n
