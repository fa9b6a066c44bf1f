"""Drawn ahead: how far a range still says something, and why nothing is drawn beyond."""

import numpy as np

from dashboard.catalogue.indicators import Indicator

YEARS_BACK = 10  # a range wider than all that an area's figures did in as many years says nothing of the next


def bounds(indicator: Indicator, values: np.ndarray) -> tuple[float, float]:
    """What the figures cannot go beyond: a percentage that never did 0 to 100, anything never negative 0."""
    low = 0.0 if np.nanmin(values) >= 0 else -np.inf
    whole = indicator.suffix == "%" and low == 0.0 and np.nanmax(values) <= 100
    return low, 100.0 if whole else np.inf


def cut_at(
    lower: list[float], upper: list[float], recent: np.ndarray, ends: tuple[float, float], unit: str = ""
) -> tuple[int, str]:
    """How many horizons of one area may be drawn, and what the range of the next would do ('' if all may).

    `lower` and `upper` are the band's ends as worked out, not clipped, by horizon; `recent` its figures
    of the last ten years, NaN where none is published; `ends` as of `bounds`; `unit` follows the number.
    """
    spread = float(np.nanmax(recent) - np.nanmin(recent))
    for at, (low, high) in enumerate(zip(lower, upper, strict=True)):
        if low < ends[0]:
            return at, f"would reach below {ends[0]:.0f}{unit}, which cannot be"
        if high > ends[1]:
            return at, f"would reach above {ends[1]:.0f}{unit}, which cannot be"
        if high - low > spread:
            return at, f"would be wider than all that the figures did in the last {YEARS_BACK} years"
    return len(lower), ""
