"""Decile words: what is said of an indicator from the most deprived decile of a region to the least."""

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.statements.by_decile import ByDecile, Decile
from dashboard.statements.judgement.change_words import BEYOND
from dashboard.statements.judgement.lately_words import size_in

HEADING = "Who is left behind: by deprivation"
WHICH = (
    "Tenths: the region’s neighbourhoods (LSOAs) in the order of the Index of Multiple Deprivation 2025, in "
    "ten groups of as many neighbourhoods each. A tenth is made of areas: not everybody in a deprived one is "
    "poor, and many who are live elsewhere."
)
PART = (
    "This figure is among those that the index of deprivation is made of, or is made of it, so part of the "
    "difference is its own doing."
)
AVERAGED = (
    "The figure of a tenth is the average of its neighbourhoods, weighted by their residents at the census "
    "of 2021, because the numbers behind the figures are not held: an average of areas, not the tenth’s own "
    "rate. So there is no margin of error, and how much chance has to do with the difference cannot be told."
)
ONE_DATE = "Neighbourhoods have figures of one date only, so whether the gap widens cannot be told."
BY_OTHERS = "Not held for neighbourhoods by ethnicity, sex or age."


def name(item: Decile) -> str:
    """What a tenth is called: "Most deprived tenth", "2nd", "Least deprived tenth"."""
    ends = {1: "Most deprived tenth", 10: "Least deprived tenth", 2: "2nd", 3: "3rd"}
    return ends.get(item.number, f"{item.number}th")


def title(found: ByDecile) -> str:
    """The message of the chart."""
    parts = [found.indicator.format(found.deciles[at].value) for at in (0, -1)]
    return f"{found.indicator.title}: {parts[0]} in the most deprived tenth, {parts[1]} in the least"


def subtitle(found: ByDecile) -> str:
    """What is drawn."""
    unit = found.indicator.unit
    limits = " Lines: 95% intervals." if found.deciles[0].lower is not None else ""
    return (
        f"{capital(unit)}, {found.indicator.period_label(found.period)}. Neighbourhoods of "
        f"{found.region.name} in tenths by deprivation.{limits}"
    )


def sentence(found: ByDecile) -> str:
    """The gap with its interval, and the slope through all deciles, in two sentences."""
    indicator, gap = found.indicator, found.gap
    side = "more" if found.size > 0 else "less"
    size = size_in(indicator, found.size)
    if size == size_in(indicator, 0):
        opening = "The most and the least deprived tenth have the same figure"
    else:
        opening = f"The most deprived tenth has {size} {side} than the least"
    if gap.limits:
        opening += f" ({between(indicator, *gap.limits)})"
        opening += BEYOND if gap.direction else ", a difference that chance can make"
    return f"{opening}. {_line(found)}"


def _line(found: ByDecile) -> str:
    slope, indicator = found.slope, found.indicator
    size = size_in(indicator, slope.slope)
    if slope.direction == 0:
        return "The line through all ten tenths is no steeper than chance makes."
    if size == size_in(indicator, 0):
        return "The line through all ten tenths is level."
    way = "falls" if slope.slope < 0 else "rises"
    limits = f" ({between(indicator, *slope.slope_limits)})" if slope.slope_limits else ""
    return f"The line through all ten tenths {way} by {size}{limits} from the most deprived end to the least."


def indices(found: ByDecile) -> list[tuple[str, str]]:
    """(name, figure) of the plain gap, the slope index and the relative index, each with what it is."""
    indicator, slope = found.indicator, found.slope
    rows = [
        ("Gap: most less least deprived tenth", signed(indicator, found.size)),
        ("Slope index: least less most deprived end of the line", signed(indicator, slope.slope)),
    ]
    if found.gap.limits:
        rows[0] = (rows[0][0], f"{rows[0][1]} ({between(indicator, *found.gap.limits)})")
    if slope.slope_limits:
        rows[1] = (rows[1][0], f"{rows[1][1]} ({between(indicator, *slope.slope_limits)})")
    ratio = "– (figures or the line go below 0)" if found.ratio is None else f"{found.ratio:.2f}"
    if found.ratio is not None and slope.ratio_limits:
        ratio += f" ({slope.ratio_limits[0]:.2f} to {slope.ratio_limits[1]:.2f})"
    return [*rows, ("Relative index: least over most deprived end of the line", ratio)]


def notes(found: ByDecile) -> list[str]:
    """What a reader must know of it, one sentence or two each."""
    parts = [WHICH]
    if found.averaged:
        parts.append(AVERAGED)
    if found.part:
        parts.append(PART)
    return [*parts, ONE_DATE, BY_OTHERS]


def all_sentences(found: ByDecile) -> list[str]:
    """All that stands beside the picture where there is no table: the sentence, the indices, the notes."""
    return [sentence(found), *(f"{name}: {figure}." for name, figure in indices(found)), *notes(found)]


def summary(found: ByDecile) -> str:
    """The chart in words."""
    figures = ", ".join(
        f"{name(item).lower()} {found.indicator.format(item.value)}" for item in found.deciles
    )
    return f"From the most to the least deprived: {figures}."


def not_shown(why: str) -> str:
    """That there are no deciles, and why."""
    return f"Not shown by deprivation tenth: {why}."


def signed(indicator: Indicator, value: float) -> str:
    """A difference with its sign: "−10.1 percentage points"."""
    text = size_in(indicator, value)
    if text == size_in(indicator, 0):
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def between(indicator: Indicator, low: float, high: float) -> str:
    """The ends of an interval of a difference, by size: "9.6 to 10.6"."""
    if high <= 0:
        low, high = -high, -low
    ends = [indicator.format(end).removesuffix("%") for end in (low, high)]
    return " to ".join(ends)
