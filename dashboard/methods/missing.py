"""Missing values: which of what a method is given are numbers."""

from math import isnan
from typing import TypeGuard


def is_known(value: float | None) -> TypeGuard[float]:
    """Whether `value` is there: neither None nor NaN."""
    return value is not None and not isnan(value)
