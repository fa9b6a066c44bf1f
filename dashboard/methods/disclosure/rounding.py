"""Counts rounded to a multiple of a base before they are published, so that none is given away exactly."""

from fractions import Fraction


def round_half_up(count: float, base: int = 5) -> int:
    """Round a true count of zero or more to a multiple of `base`, halves up: 12.5 -> 15, 2.5 -> 5, 2 -> 0.

    Exact in whatever number it is given; Python's round() takes halves to even, so 22.5 would become 20.
    Always round the true figure: totals are rounded themselves, never summed from rounded cells. Refuses a
    negative count or base.
    """
    if not count >= 0 or base <= 0:
        raise ValueError(f"{count} cannot be rounded to base {base}; both must be positive")
    return int(Fraction(count) / base + Fraction(1, 2)) * base
