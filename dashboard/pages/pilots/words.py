"""Words of what a pilot's verdict rests on: gaps, fit, placebos, and the groups beside one another."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.methods.evaluation.difference_in_differences import Estimate, EventStudy
from dashboard.methods.evaluation.synthetic_control import Impact
from dashboard.statements.rank_words import rank_of

HOW_SYNTHETIC = (
    "Its comparison is a mix of places without the pilot that moved as this place did before it began. The "
    "gap between the two since then is held against the gaps of untouched places, each from a mix of its own."
)
HOW_GROUPS = (
    "The change in the pilot’s places, less the change in all other places over the same time. It gives no "
    "verdict of its own, and can be read only if both groups moved alike before the pilot began."
)
CAREFUL = (
    "Outcomes only are compared: whatever else happened to these places at the same time is in the "
    "difference too."
)

NOT_BEGUN = "It has not begun, so there is nothing to judge yet."


def difference(indicator: Indicator, value: float) -> str:
    """A difference in the indicator's unit with its sign: "+1.2 percentage points", "−£12.30"."""
    size = indicator.format(abs(value))
    if indicator.suffix == "%":
        size = f"{size.removesuffix('%')} percentage points"
    if float("".join(each for each in size if each.isdigit() or each == ".").rstrip(".") or 0) == 0:
        return size
    return f"{'+' if value > 0 else '−'}{size}"


def briefly(indicator: Indicator, value: float) -> str:
    """A difference for a table: "+0.5 points"."""
    return difference(indicator, value).replace(" percentage points", " points")


def effect(indicator: Indicator, place: str, found: Impact, since: str) -> str:
    """The size of the gap since the start, whatever the verdict."""
    size = difference(indicator, abs(found.effect)).lstrip("+")
    if size == difference(indicator, 0.0):
        shown = "as far as its figures show"
        return f"Since {since} {within(place)} was on average level with its mix of other places, {shown}."
    side = "above" if found.effect > 0 else "below"
    return f"Since {since} {within(place)} was on average {size} {side} its mix of other places."


def within(name: str) -> str:
    """A name as it stands within a sentence: "the mean of its 3 places", "Bury"."""
    return name.replace("The mean", "the mean")


def fit(indicator: Indicator, found: Impact, before: int) -> str:
    """How well the mix followed the place before the start."""
    error = difference(indicator, found.pre_rmspe).lstrip("+")
    return (
        f"Over the {before} periods before it began the mix missed the place by {error} (root mean square)."
    )


def placebos(found: Impact) -> str:
    """How many untouched places moved as far, of those that could be compared."""
    compared, every = sum(found.fitted), len(found.fitted)
    kind = f"groups of {len(found.sets[0])} places" if found.sets and len(found.sets[0]) > 1 else "places"
    beside = "" if compared == every else f" ({every - compared} more had no mix that followed them)"
    return (
        f"{rank_of(found.rank, compared + 1)}: {found.rank - 1} of the {compared} {kind} without the pilot"
        f"{beside} moved as far from their own mix since the start, measured in the usual move of each "
        f"(chance alone: {found.p_value:.0%})."
    )


def robust(indicator: Indicator, found: Impact) -> str:
    """Between which sizes the gap lies when each place of the mix is left out in turn."""
    if not found.without:
        return "The mix is one place only, so none can be left out."
    low, high = min(found.without.values()), max(found.without.values())
    return (
        f"Leaving out each place of the mix in turn, the gap is {difference(indicator, low)} to "
        f"{difference(indicator, high)}."
    )


def left_out(names: Sequence[str]) -> str:
    """Which places could not be used, and why."""
    if not names:
        return ""
    some = ", ".join(names[:5])
    rest = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return f"Left out, as a figure is missing in one of the periods: {some}{rest}."


def groups(indicator: Indicator, found: Estimate) -> str:
    """The difference in differences with its margin of error."""
    sentence = (
        f"The pilot’s {_places(found.treated)} changed by {difference(indicator, found.estimate)} against "
        f"{_places(found.others)} without it"
    )
    if found.lower is None:
        return f"{sentence}. No margin of error can be given: {found.reason}."
    span = f"{difference(indicator, found.lower)} to {difference(indicator, found.upper)}"
    return f"{sentence} (likely {span})."


def alike(found: EventStudy) -> str:
    """Whether the groups moved alike before the start."""
    if found.alike is None:
        return "There are too few periods before the start to see whether both groups moved alike."
    if found.alike:
        return "Before the start both groups moved alike, within their margins of error."
    return "Before the start the groups did not move alike, so what came after says nothing of the pilot."


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def gap_since(indicator: Indicator, value: float) -> str:
    """The size that stands with a verdict, or with none."""
    return f"Mean gap to its comparison: {difference(indicator, value)}."


def begun(start: date, today: date) -> str:
    """Since when it runs, or when it is to begin."""
    day = day_words(start)
    return f"Since {day}" if start <= today else f"Begins on {day}"


STAMPS = {
    "before": "Registered before it began",
    "began": "Registered after it began",
    "out": "Registered after its outcome was out",
}


def registered(stamps: Sequence[tuple[str, date]]) -> str:
    """When it was registered, and when its plan was changed too late.

    `stamps` are those of each version, oldest first (dashboard/record/pilots/stamp.py).
    """
    first, day = stamps[0]
    parts = [f"{STAMPS[first]}, on {day_words(day)}."]
    for (before, _), (now, when) in pairwise(stamps):
        if now != before:
            late = {"began": "after it began", "out": "after its outcome was out"}[now]
            parts.append(f"Its plan was changed {late}, on {day_words(when)}.")
    if stamps[-1][0] == "out":
        parts.append("Whoever chose the figure could know what it did, so the verdict proves little.")
    return " ".join(parts)


def registered_briefly(stamps: Sequence[tuple[str, date]]) -> str:
    """The stamp in a few words; "" for a plan that was made beforehand and kept."""
    first, last = stamps[0][0], stamps[-1][0]
    if last == "before":
        return ""
    return STAMPS[last] if last == first else STAMPS[last].replace("Registered", "Plan changed")
