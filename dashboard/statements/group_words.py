"""Group words: what is said of a gap between groups, whether it widens, and how sure that is."""

from dashboard.catalogue.indicators import Indicator
from dashboard.statements.by_group import GroupGap
from dashboard.statements.judgement.change_words import change as changed
from dashboard.statements.judgement.sure_words import sure_of

HEADING = "Who is left behind: by group"
UNTESTED = (
    "No numbers of people behind the figures are held and no margin of error is published, so how much of "
    "the gap is chance cannot be told."
)
BEYOND_0 = "The gap itself is more than its margin of error explains."
_TRENDS = {
    "worsening": "Widening",
    "improving": "Narrowing",
    "rising": "Rising",
    "falling": "Falling",
    "nothing unusual": "No clear change",
}
PERHAPS_0 = "The gap itself may be chance: its margin of error includes none at all."


def level(indicator: Indicator, value: float) -> str:
    """The figure of one group: "34.9%" where the gap is in percentage points, "35.0" where in points."""
    if indicator.suffix != " points":
        return indicator.format(value)
    text = indicator.format(value).removesuffix(" points")
    return f"{text}%" if indicator.unit.startswith("percentage points") else text


def title(found: GroupGap) -> str:
    """The message of a chart of both groups."""
    indicator, pair = found.indicator, found.pair
    here, there = level(indicator, pair.group), level(indicator, pair.others)
    return (
        f"{found.area.name}: {here} of {indicator.between.group}, {there} of {indicator.between.others}"
        if here.endswith("%")
        else f"{found.area.name}: {indicator.between.group} {here}, {indicator.between.others} {there}"
    )


def sentence(found: GroupGap) -> str:
    """The gap with its interval, and its trend: "A gap of 15.4 points in 2024/25; up since 2021/22 ..."."""
    indicator, gap = found.indicator, found.gap
    gap_words = f"A gap of {indicator.format(gap.value)} {indicator.period_phrase(gap.period)}"
    if gap.lower is not None and gap.upper is not None:
        gap_words += f" (likely {indicator.format(gap.lower)} to {indicator.format(gap.upper)})"
    return f"{gap_words}; {changed(found.judged)}."


def certainty(found: GroupGap) -> str:
    """How sure: whether the gap is chance, and what is known of its change."""
    change = found.judged.change
    return f"{_of_gap(found)} {sure_of(None, change.scope, change)}"


def _of_gap(found: GroupGap) -> str:
    low, high = found.gap.lower, found.gap.upper
    if low is None or high is None:
        return UNTESTED
    return BEYOND_0 if low > 0 or high < 0 else PERHAPS_0


def trend(found: GroupGap) -> str:
    """Whether the gap widens, as a cell of a table: "Widening", "No clear change", "Up, not judged"."""
    change = found.judged.change
    if change.verdict in _TRENDS:
        return _TRENDS[change.verdict]
    way = {1: "Up", -1: "Down"}.get(change.direction or 0)
    return f"{way}, not judged" if way else "Not judged"


def places_title(indicator: Indicator, found: list[GroupGap]) -> str:
    """The message of a chart of the gaps in a region's local authorities."""
    widest, least = found[0], found[-1]
    if len(found) == 1:
        return f"{indicator.title}: {indicator.format(widest.gap.value)} in {widest.area.name}"
    return (
        f"{indicator.title}: widest in {widest.area.name} ({indicator.format(widest.gap.value)}), least in "
        f"{least.area.name} ({indicator.format(least.gap.value)})"
    )


def summary(found: list[GroupGap]) -> str:
    """The figures in words."""
    indicator = found[0].indicator
    return " ".join(
        f"{item.area.name}: {indicator.between.group} {level(indicator, item.pair.group)}, "
        f"{indicator.between.others} {level(indicator, item.pair.others)}, gap "
        f"{indicator.format(item.gap.value)}."
        for item in found
    )
