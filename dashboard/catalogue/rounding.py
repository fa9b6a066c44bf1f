"""Rounding as people and spreadsheets do it: a half goes away from zero, of the number that a cell shows.

A double is a binary number: 47.15 is held as 47.1499999..., and 590.5 lies just between two whole numbers.
Python rounds the first down and the second to the even one; Excel, PowerPoint and everybody at school say
47.2 and 591. A figure must not differ between a page, a pack and the cell beside it.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite

_CONTEXT = Context(prec=400, rounding=ROUND_HALF_UP)  # room for every double there is
_DIGITS = 15  # that a spreadsheet keeps of a number, and a double holds whole


def half_up(value: float, decimals: int = 0) -> Decimal:
    """`value`, which is finite, to so many decimal places; -2 is to hundreds."""
    number = Decimal(f"{float(value):.{_DIGITS}g}")
    return number.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)


def written(value: float, decimals: int = 0) -> str:
    """`value`, which is finite and not below zero, as a sentence has it: "1,250.5"."""
    return f"{half_up(value, decimals):,f}"


def rounded_to(value: float, decimals: int = 0) -> float:
    """`value` to so many decimal places, as a number; what is not finite stays as it is."""
    return float(half_up(value, decimals)) if isfinite(value) else value
