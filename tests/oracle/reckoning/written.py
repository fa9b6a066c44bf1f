"""A figure as a reader should see it, written a second time."""

from decimal import ROUND_HALF_UP, Decimal


def as_shown(value, decimals):
    """A figure to the decimals of its indicator, a half away from zero as in a spreadsheet."""
    return Decimal(f"{value:.15g}").quantize(Decimal(10) ** -decimals, ROUND_HALF_UP)


def written(indicator, value):
    """The same in words: with its sign, its thousands apart, and its unit."""
    number = as_shown(value, indicator.decimals)
    sign = "−" if number < 0 else ""
    return f"{sign}{indicator.prefix}{abs(number):,}{indicator.suffix}"
