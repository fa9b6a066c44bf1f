"""Limits of figures whose counts are known: Wilson for proportions, Byar (exact below 10) for rates."""

from collections.abc import Mapping

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.counts import rounding_noise
from dashboard.datastore.observed import Observation
from dashboard.datastore.store import Store
from dashboard.methods.intervals import limits_998, limits_with_noise, normal, rate_limits, wilson

Columns = Mapping[str, np.ndarray]
Limits = tuple[np.ndarray, np.ndarray]

PER_CENT = 100
# Where chance moves a count by less than four times what its publisher's rounding does, the limits take the
# rounding in; above it they would be less than 3% wider, and are plain.
_ROUGH = 4**2
_NOISE = 1e-9  # of a difference of squares


def with_limits(store: Store, indicator: Indicator, columns: Columns) -> Columns:
    """`columns` (Observations') with 95% limits where both counts are known and no limits are published.

    Counts are taken as full ones, of every case, unless the register says otherwise of a dataset that the
    indicator reads (`counts.rounding_noise`). Only a statistic = "proportion" or "rate" has such limits.
    """
    known = _counted(indicator, columns)
    if not known.any() or (moved := rounding_noise(store, indicator)) is None:
        return columns
    lower, upper = columns["lower"].copy(), columns["upper"].copy()
    value, count, base = (columns[name][known] for name in ("value", "numerator", "denominator"))
    limits = _limits(indicator, count, base, 0.95)
    per = PER_CENT if indicator.statistic == "proportion" else indicator.per
    taken_in = _blurred(indicator, value, limits, moved * per / base)
    rough = _by_chance(indicator, count, base) < _ROUGH * moved**2
    lower[known], upper[known] = np.where(rough, taken_in, limits)
    return {**columns, "lower": lower, "upper": upper}


def with_limits_998(indicator: Indicator, item: Observation) -> tuple[float | None, float | None]:
    """The 99.8% limits of `item`: from its counts as its 95% limits are, else those widened on each side."""
    if item.value is None or item.lower is None or item.upper is None:
        return None, None
    published = item.value, item.lower, item.upper
    columns = {name: np.array([getattr(item, name)], dtype=float) for name in ("numerator", "denominator")}
    columns |= {"value": np.array([item.value]), "lower": np.array([np.nan])}
    if _counted(indicator, columns).all():
        counts = columns["numerator"], columns["denominator"]
        moved = _moved(indicator, published, *_limits(indicator, *counts, 0.95))
        if moved is not None:
            ends = _limits(indicator, *counts, 0.998)
            low, high = _blurred(indicator, columns["value"], ends, moved, 0.998) if moved else ends
            return float(low[0]), float(high[0])
    return limits_998(*published)


def _moved(
    indicator: Indicator, published: tuple[float, float, float], low: np.ndarray, high: np.ndarray
) -> float | None:
    """By how much rounding moved the figure, read from its 95% limits beside the plain `low` and `high`.

    It adds the same square to both sides. None where they are not the counts' limits, but published ones.
    """
    value, lower, upper = published
    most = PER_CENT if indicator.statistic == "proportion" else np.inf
    sides = [(lower, float(low[0]))] if lower > 0 else []
    sides += [(upper, float(high[0]))] if upper < most else []
    added = [(end - value) ** 2 - (plain - value) ** 2 for end, plain in sides]
    if not added or not np.allclose(added, added[0]) or min(added) < -_NOISE:
        return None
    return 0.0 if max(added) < _NOISE else float(np.sqrt(max(added)) / normal(0.95))


def _counted(indicator: Indicator, columns: Columns) -> np.ndarray:
    value, count, base = (columns[name] for name in ("value", "numerator", "denominator"))
    known = np.isnan(columns["lower"]) & ~np.isnan(value) & (count >= 0) & (base > 0)
    if indicator.statistic == "proportion":
        return known & (count <= base)
    return known & (indicator.statistic == "rate" and indicator.per > 0)


def _by_chance(indicator: Indicator, count: np.ndarray, base: np.ndarray) -> np.ndarray:
    """The variance of a count by chance, in cases."""
    return count * (1 - count / base) if indicator.statistic == "proportion" else count


def _blurred(
    indicator: Indicator,
    value: np.ndarray,
    limits: Limits,
    moved: np.ndarray | float,
    confidence: float = 0.95,
) -> Limits:
    """`limits` with what the publisher's rounding `moved` the figure by, in its own unit."""
    low, high = limits_with_noise(value, *limits, moved, confidence)
    return np.maximum(low, 0), np.minimum(high, PER_CENT) if indicator.statistic == "proportion" else high


def _limits(indicator: Indicator, count: np.ndarray, base: np.ndarray, confidence: float) -> Limits:
    if indicator.statistic == "proportion":
        return wilson(count, base, confidence=confidence, per=PER_CENT)
    return rate_limits(count, base, confidence=confidence, per=indicator.per)
