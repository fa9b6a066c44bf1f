"""One way to write a figure: page, API and every file use the same digits."""

from dashboard.catalogue.indicators import Indicator

# Beyond this many decimal places a double holds the noise of its own arithmetic, not a figure.
DECIMAL_PLACES = 10
_EXACT = 2**53


def number_text(value: float | None) -> str:
    """`value` in full, as digits with a point: "589.3", "-2.5", "4"; empty where there is no figure.

    What a CSV cell and a number in JSON hold. The shortest text that gives the same double back.
    """
    if value is None or value != value:
        return ""
    if value == int(value) and abs(value) < _EXACT:
        return str(int(value))
    return repr(float(value))


def rounded(value: float | None) -> float | None:
    """`value` without the noise of binary arithmetic (0.1 + 0.2 is 0.3)."""
    return None if value is None or value != value else round(value, DECIMAL_PLACES)


def shown(indicator: Indicator, value: float | None) -> str:
    """The figure as every page shows it ("£589", "71.9%"); empty where there is none."""
    return "" if value is None or value != value else indicator.format(value)
