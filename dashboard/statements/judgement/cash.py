"""Cash terms: money in the prices of its year. A rise of pounds may be no more than inflation.

No price index is among the sources, and none is made up. So pounds of different years are never judged:
where England's (or the United Kingdom's) figure of the same year is held, the change is that of the share of
it, which is the same in whatever prices; where it is not, only the direction is told, in cash terms.
"""

from dataclasses import replace

from dashboard.catalogue.indicators import Indicator

IN_CASH = " in cash terms"
WHY = "In cash terms: the figures are not adjusted for rising prices, so a rise is partly inflation"


def in_cash(indicator: Indicator) -> bool:
    """Whether the figures are money. An indicator in constant prices would have to say so in its unit."""
    return indicator.prefix == "£" and "constant prices" not in indicator.unit


def cash_words(indicator: Indicator) -> str:
    """What is said after a change of money: " in cash terms"; '' for anything else."""
    return IN_CASH if in_cash(indicator) else ""


def share_indicator(indicator: Indicator, benchmark: str) -> Indicator:
    """The indicator that money is judged by: its share of the benchmark's figure of the same period."""
    unit = f"% of the figure of {benchmark} for the same period"
    return replace(indicator, prefix="", suffix="%", decimals=1, unit=unit)


def share_words(benchmark: str) -> str:
    """How such a share is spoken of before what is said of it: "as a share of England’s figure, "."""
    whose = f"{benchmark}’s figure" if benchmark == "England" else f"the figure of {benchmark}"
    return f"as a share of {whose}, "
