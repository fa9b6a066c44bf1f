"""Limits of figures whose counts are known: Wilson for proportions, Byar (exact below 10) for rates."""

from collections.abc import Iterable

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.methods.intervals import rate_limits, wilson


def with_limits(indicator: Indicator, rows: list[tuple]) -> Iterable[tuple]:
    """`rows` (observations.COLUMNS) with 95% limits where counts are known and no limits published.

    Only for indicators that say statistic = "proportion" or "rate" with the multiplier `per`.
    """
    if indicator.statistic not in ("proportion", "rate") or not indicator.per:
        return rows
    known = [at for at, row in enumerate(rows) if row[3] is None and None not in (row[2], row[5], row[6])]
    known = [at for at in known if rows[at][6] > 0]
    if not known:
        return rows
    counts = np.array([rows[at][5] for at in known])
    bases = np.array([rows[at][6] for at in known])
    method = wilson if indicator.statistic == "proportion" else rate_limits
    lower, upper = method(counts, bases, per=indicator.per)
    limits = dict(zip(known, zip(lower.tolist(), upper.tolist(), strict=True), strict=True))
    return ((*row[:3], *limits[at], *row[5:]) if at in limits else row for at, row in enumerate(rows))
