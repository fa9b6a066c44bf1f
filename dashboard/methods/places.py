"""Places in an order of need: areas with the same figure share one, and no cut parts them."""

from collections.abc import Sequence

import numpy as np

from dashboard.methods.polarity import check_better


def places(values: Sequence[float], better: str) -> list[int | None]:
    """Each area's place, 1 for the most need; None where its figure is missing (NaN).

    The highest figure has the most need where lower or neither is `better`, the lowest where higher is. Areas
    with the same figure share the place of the first of them ("1224" ranking).
    """
    need = _need(values, better)
    known = np.sort(need[~np.isnan(need)])
    before = np.searchsorted(known, need, side="left")
    return [None if np.isnan(each) else int(place) + 1 for each, place in zip(need, before, strict=True)]


def place_of(value: float, among: Sequence[float], better: str) -> int:
    """The place of one figure `among` all, as `places` has it."""
    return 1 + int((_need(among, better) < _need(value, better)).sum())


def in_worst_fifth(place: int, ranked: int) -> bool:
    """Whether `place` of `ranked` is in the fifth with the most need.

    Rounded up where the number does not divide, and more than a fifth where areas share the last place in it.
    """
    return place <= -(-ranked // 5)


def _need(values: float | Sequence[float], better: str) -> np.ndarray:
    """The figures turned so that less is more need."""
    check_better(better)
    y = np.asarray(values, dtype=float)
    return y if better == "higher" else -y
