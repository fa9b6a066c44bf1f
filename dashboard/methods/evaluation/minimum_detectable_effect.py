"""The minimum detectable effect: the smallest that could be told from chance, before anything was tried."""

from collections.abc import Sequence

import numpy as np

from dashboard.methods.evaluation.synthetic_control import (
    ENOUGH_PLACEBOS,
    compared_with_placebos,
    may_move_as_far,
)


def minimum_detectable_effect(
    outcome: Sequence[float],
    donors: np.ndarray,
    start: int,
    *,
    sets: Sequence[Sequence[int]] | None = None,
    kin: Sequence[str] | None = None,
) -> float | None:
    """The least mean gap from `start` on that the synthetic control would call more than chance.

    It is in the unit of `outcome`; None where it could call none (too few places that a mix follows).

    The arguments are those of `synthetic_control`, over periods in which nothing was tried. The gap must be
    further, in the place's own usual moves, than that of 24 in 25 untouched places.
    """
    found = compared_with_placebos(outcome, donors, start, sets=sets, kin=kin)
    moved = np.sort(found.moved[found.fitted])[::-1]
    if len(moved) < ENOUGH_PLACEBOS:
        return None
    return float(moved[may_move_as_far(len(moved))] * found.scale)
