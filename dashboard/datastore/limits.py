"""Limits of figures whose counts are known: Wilson for proportions, Byar (exact below 10) for rates."""

from collections.abc import Mapping

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.methods.intervals import rate_limits, wilson

Columns = Mapping[str, np.ndarray]


def with_limits(indicator: Indicator, columns: Columns) -> Columns:
    """`columns` (Observations') with 95% limits where counts are known and no limits published.

    Only for indicators that say statistic = "proportion" or "rate" with the multiplier `per`.
    """
    if indicator.statistic not in ("proportion", "rate") or not indicator.per:
        return columns
    value, count, base = (columns[name] for name in ("value", "numerator", "denominator"))
    known = np.isnan(columns["lower"]) & ~np.isnan(value) & ~np.isnan(count) & (base > 0)
    if not known.any():
        return columns
    method = wilson if indicator.statistic == "proportion" else rate_limits
    lower, upper = columns["lower"].copy(), columns["upper"].copy()
    lower[known], upper[known] = method(count[known], base[known], per=indicator.per)
    return {**columns, "lower": lower, "upper": upper}
