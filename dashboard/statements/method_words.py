"""How a change was judged and what decided it: the reason behind the words of change_words."""

from dataclasses import replace

from dashboard.catalogue.indicators import Indicator
from dashboard.methods.spc import Spc
from dashboard.statements.change_words import SPANS
from dashboard.statements.judgement import Judgement

DRIFTS = "Most of its figures are unusual by this rule because it drifts"
KNOWN = "Three years before it was so already: it is real, but no news"
_SIGNALS = {
    "outside": "lies outside that range",
    "trend": "is the end of a run of seven that only rise or only fall",
    "two of three": "is one of two in the last three near the same edge of that range",
    "run": "is one of at least seven in a row on the same side of the average",
}


def limits(indicator: Indicator, lower: float, upper: float) -> str:
    """Two figures as a range, the unit said once: "70.3 to 73.5%"; one where they look the same."""
    if indicator.format(lower) == indicator.format(upper):
        return indicator.format(lower)
    return f"{indicator.format(lower).removesuffix(indicator.suffix)} to {indicator.format(upper)}"


def method(judged: Judgement) -> str:
    """How the change was judged and what decided it."""
    found = judged.change
    if found.method == "no trend":
        return _capital(found.reason)
    if found.method == "direction only":
        return f"The change is not judged: {found.reason}"
    if found.method == "recent trend":
        return f"Recent trend: {found.reason}"
    said = [f"{chart_name(judged)}{_range(judged)}", *(_capital(warning) for warning in found.warnings)]
    return ". ".join([*said, DRIFTS] if drifts(found.chart) else said)


def drifts(chart: Spc) -> bool:
    """Whether most figures lie outside the limits or on a long climb or slide: the chart expects a level."""
    return sum(signal in ("outside", "trend") for signal in chart.signals) > len(chart.signals) / 2


def chart_name(judged: Judgement, many: str = "") -> str:
    """The control chart that was drawn: "Control chart (XmR) of 25 annual figures"."""
    span = {"month": "monthly", "quarter": "quarterly", "term": "termly"}.get(judged.frequency, "annual")
    said = f"Control chart{many} (XmR) of {judged.periods_since_break} {span} figures"
    if judged.change.method == "xmr after STL":
        return f"{said}, the usual season taken out"
    if judged.change.method == "xmr on change from a year before":
        return f"{said}, each against the same {judged.frequency} a year before"
    return said


def _range(judged: Judgement) -> str:
    """The range that the chart expects, and what the latest figure has to do with it."""
    chart: Spc = judged.change.chart
    drawn = next(part for part in chart.segments if part.start <= chart.last < part.stop)
    if drawn.lower is None:
        return ""
    adjusted = judged.change.adjusted
    if adjusted and adjusted.unit == "percent":
        expected = f"{drawn.lower:+.0f} to {drawn.upper:+.0f}%".replace("-", "−")
    else:
        expected = limits(_finer(judged, drawn.lower, drawn.upper), drawn.lower, drawn.upper)
    which = SPANS.get(judged.frequency, "years").removesuffix("s")
    signal = _SIGNALS.get(chart.signal, "is not unusual")
    return f": {expected} is to be expected, and the latest {which} {signal}"


def _finer(judged: Judgement, lower: float, upper: float) -> Indicator:
    """One decimal more where the figure and an end of the range would look the same."""
    indicator = judged.indicator
    shown = {indicator.format(value) for value in (lower, upper, judged.latest.value)}
    return indicator if len(shown) == 3 else replace(indicator, decimals=indicator.decimals + 1)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
