"""Cash terms: money in the prices of its year. A rise may be no more than inflation, so it is no improvement.

No price index is among the sources, and none is made up: the change is told in cash terms. A comparison with
England in the same year is fair as it stands. A fall is one in real terms too, as prices hardly ever fall.
"""

from dashboard.catalogue.indicators import Indicator
from dashboard.methods.polarity import goodness

IN_CASH = " in cash terms"
WHY = "In cash terms: the figures are not adjusted for rising prices, so a rise is partly inflation"


def in_cash(indicator: Indicator) -> bool:
    """Whether the figures are money. An indicator in constant prices would have to say so in its unit."""
    return indicator.prefix == "£" and "constant prices" not in indicator.unit


def cash_words(indicator: Indicator) -> str:
    """What is said after a change of money: " in cash terms"; '' for anything else."""
    return IN_CASH if in_cash(indicator) else ""


def polarity(indicator: Indicator, direction: int) -> str:
    """Which direction of a *change* is good: as the indicator says, but a rise in cash terms is neither."""
    if in_cash(indicator) and goodness(direction, indicator.better) > 0:
        return "neither"
    return indicator.better
