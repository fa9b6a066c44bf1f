"""Marking the unusual points of one stretch of an XmR chart (NHS England, Making Data Count)."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dashboard.methods.control_charts.control_limits import Segment, negligible

RUN = 7


def mark_signals(values: np.ndarray, limits: Segment) -> tuple[list[str], list[int]]:
    """Name the signal and its direction (+1, -1, 0) at every point; all points of a run are marked.

    Precedence where several apply: outside, trend, two of three, run. Ties break a trend, and a point on the
    mean or a missing one (NaN) breaks a run. Of two of three, the points in the near zone are marked.
    """
    names, ways = [""] * len(values), [0] * len(values)
    if limits.mean is None or limits.limits is None or limits.near is None:
        return names, ways
    (low, high), (near_low, near_high) = limits.limits, limits.near
    noise = negligible(values)
    centred = np.nan_to_num(values - limits.mean)
    side = np.where(np.abs(centred) <= noise, 0, np.sign(centred)).astype(int)
    outside = (values > high + noise) | (values < low - noise)
    near = ~outside & ((values > near_high + noise) | (values < near_low - noise))
    moves = np.sign(np.nan_to_num(np.diff(values))).astype(int)
    # Written from the weakest to the strongest, so that the strongest has the last word.
    for name, marks in (
        ("run", _stretches(side, RUN, RUN)),
        ("two of three", _near_pairs(side, near)),
        ("trend", _stretches(moves, RUN - 1, RUN)),
        ("outside", [(i, side[i]) for i in np.flatnonzero(outside)]),
    ):
        for position, way in marks:
            names[position], ways[position] = name, int(way)
    return names, ways


def _stretches(signs: np.ndarray, window: int, points: int) -> list[tuple[int, int]]:
    """Every point covered by `window` equal signs in a row. Where a rise ends and a fall begins, the later
    wins."""
    if len(signs) < window:
        return []
    totals = sliding_window_view(signs, window).sum(axis=1)
    starts = np.flatnonzero(np.abs(totals) == window)
    return [(int(start) + k, int(np.sign(totals[start]))) for start in starts for k in range(points)]


def _near_pairs(side: np.ndarray, near: np.ndarray) -> list[tuple[int, int]]:
    if len(side) < 3:
        return []
    same_side = np.abs(sliding_window_view(side, 3).sum(axis=1)) == 3
    enough = sliding_window_view(near, 3).sum(axis=1) >= 2
    starts = np.flatnonzero(same_side & enough)
    return [(int(s) + k, int(side[s])) for s in starts for k in range(3) if near[s + k]]
