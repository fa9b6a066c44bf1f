"""Words of a pilot's evaluation: a plain verdict that may be "cannot tell", and what it rests on."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.methods.did import Estimate, EventStudy
from dashboard.methods.impact import Impact

VERDICTS = {
    "better": "Did better than its comparison",
    "worse": "Did worse than its comparison",
    "higher": "Went higher than its comparison",
    "lower": "Went lower than its comparison",
    "cannot tell": "Cannot tell whether it worked",
}
HOW_SYNTHETIC = (
    "A mix of places without the pilot is chosen that moved as this place did before it began. Where the two "
    "part afterwards, the pilot may be why. The same is done for every place without the pilot: only if few "
    "of them part as far is the difference more than chance."
)
HOW_GROUPS = (
    "The change in the pilot’s places, less the change in all other places over the same time. It can be "
    "trusted only if both groups moved alike before the pilot began."
)
CAREFUL = (
    "Outcomes only are compared: whatever else happened to these places at the same time is in the "
    "difference too."
)


def verdict(word: str, reason: str) -> str:
    """The verdict with its reason: "Cannot tell whether it worked: 4 periods are too few"."""
    return f"{VERDICTS[word]}: {reason}."


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


def against_hypothesis(expected: str, word: str, effect: float | None) -> str:
    """Whether the verdict is what the pilot was to show."""
    if word == "cannot tell" or effect is None:
        return "The figures neither bear out nor contradict what was expected."
    came = (effect > 0) == (expected == "rise")
    return "That is what was expected." if came else "That is the opposite of what was expected."


def effect(indicator: Indicator, place: str, found: Impact, since: str) -> str:
    """The size of the gap since the start, whatever the verdict."""
    size = difference(indicator, abs(found.effect)).lstrip("+")
    side = "above" if found.effect > 0 else "below"
    return f"Since {since} {place} was on average {size} {side} its mix of other places."


def fit(indicator: Indicator, found: Impact, before: int) -> str:
    """How well the mix followed the place before the start."""
    error = difference(indicator, found.pre_rmspe).lstrip("+")
    return (
        f"Over the {before} periods before it began the mix missed the place by {error} (root mean square)."
    )


def placebos(found: Impact) -> str:
    """How many untouched places moved as far."""
    places = len(found.placebo_ratios)
    return (
        f"Rank {found.rank} of {places + 1}: {found.rank - 1} of the {places} places without the pilot moved "
        f"as far from their own mix after the start, against before it (chance alone: {found.p_value:.0%})."
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
    said = (
        f"The pilot’s {_places(found.treated)} changed by {difference(indicator, found.estimate)} against "
        f"{_places(found.others)} without it"
    )
    if found.lower is None:
        return f"{said}. No margin of error can be given: {found.reason}."
    span = f"{difference(indicator, found.lower)} to {difference(indicator, found.upper)}"
    return f"{said} (likely {span})."


def alike(found: EventStudy) -> str:
    """Whether the groups moved alike before the start."""
    if found.alike is None:
        return "There are too few periods before the start to see whether both groups moved alike."
    if found.alike:
        return "Before the start both groups moved alike, within their margins of error."
    return "Before the start the groups did not move alike, so the difference cannot be laid to the pilot."


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def portfolio(verdicts: Sequence[str]) -> str:
    """How the pilots did, counted."""
    if not verdicts:
        return "No pilot is registered yet."
    told = [word for word in verdicts if word != "cannot tell"]
    total = f"{len(verdicts)} pilot{'' if len(verdicts) == 1 else 's'}"
    if not told:
        return f"{total}: none can be judged yet."
    good = sum(word == "better" for word in told)
    return f"{total}: {len(told)} can be judged, {good} for the better."


def begun(start: date, today: date) -> str:
    """Since when it runs, or when it is to begin."""
    day = day_words(start)
    return f"Since {day}" if start <= today else f"Begins on {day}"
