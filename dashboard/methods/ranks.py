"""Ranks with the range that the margins of error allow: never a league table."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.methods.polarity import check_better

_BLOCK = 256


@dataclass(frozen=True)
class RankRanges:
    """For each place its rank and the best and worst rank its margin of error allows, 1 first; None where the
    place has no figure. `ranked` is the number of places with a figure."""

    rank: tuple[int | None, ...]
    best: tuple[int | None, ...]
    worst: tuple[int | None, ...]
    ranked: int


def rank_ranges(values: ArrayLike, lower: ArrayLike, upper: ArrayLike, better: str) -> RankRanges:
    """Rank places, and count how many each is clearly ahead of and behind.

    Source: Klein, Wright and Wieczorek (2020), ranges of ranks, with the pairwise interval of the
    difference (`comparison.difference`) in place of overlap. A place's best rank is one more than the
    number of places clearly ahead of it; its worst leaves out those clearly behind. Values and their 95%
    limits in one unit; rank 1 is the best, or the highest without polarity; ties share the better rank.
    A figure without limits may stand anywhere: no other is clearly ahead of it or behind it. Refuses: arrays
    of different lengths, a value outside its limits.
    """
    check_better(better)
    y, low, high = (np.asarray(column, dtype=float) for column in (values, lower, upper))
    if not y.shape == low.shape == high.shape:
        raise ValueError(
            f"{y.size} values have {low.size} lower and {high.size} upper limits; give one of each"
        )
    unknown = np.isnan(low) | np.isnan(high)
    low, high = np.where(unknown, -np.inf, low), np.where(unknown, np.inf, high)
    usable = np.flatnonzero(~np.isnan(y))
    y, low, high = y[usable], low[usable], high[usable]
    if ((y < low) | (y > high)).any():
        raise ValueError("a figure lies outside its limits; check the source")
    if better == "lower":
        y, low, high = -y, -high, -low
    ahead_of, behind = _clear(y, y - low, high - y)
    rank = 1 + len(y) - np.searchsorted(np.sort(y), y, side="right")
    size = np.size(values)
    return RankRanges(
        rank=_spread(usable, rank, size),
        best=_spread(usable, behind + 1, size),
        worst=_spread(usable, len(y) - ahead_of, size),
        ranked=len(y),
    )


def _clear(y: np.ndarray, below: np.ndarray, above: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How many places each is clearly ahead of, and how many are clearly ahead of it.

    In blocks: 1,700 neighbourhoods make three million pairs, which at once would take 70 MB.
    """
    ahead_of, behind = np.zeros(len(y), dtype=int), np.zeros(len(y), dtype=int)
    for start in range(0, len(y), _BLOCK):
        rows = slice(start, start + _BLOCK)
        ahead = y[rows, None] - y[None, :] > np.hypot(below[rows, None], above[None, :])
        ahead_of[rows] = ahead.sum(axis=1)
        behind += ahead.sum(axis=0)
    return ahead_of, behind


def _spread(positions: np.ndarray, ranks: np.ndarray, size: int) -> tuple[int | None, ...]:
    full: list[int | None] = [None] * size
    for position, rank in zip(positions, ranks, strict=True):
        full[int(position)] = int(rank)
    return tuple(full)
