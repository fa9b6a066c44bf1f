"""How a change was judged and what decided it: the reason behind the words of change_words."""

from dataclasses import replace

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.methods.control_charts.xmr import Spc
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import SPANS, three_years

NOT_NEW = "Three years before it was so already, so it is real, but not new"
ADJECTIVES = {"month": "monthly", "quarter": "quarterly", "term": "termly", "half year": "half-yearly"}
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
    parts = [why_no_control_chart(judged)] if found.silenced else []
    if found.method == "no trend":
        return capital(found.reason)
    if found.chart:
        parts += [f"{chart_name(judged)}{_range(judged, found.chart)}", *map(capital, found.warnings)]
    elif found.method == "direction only":
        parts += [f"The change is not judged: {found.reason}"]
    elif found.method == "rare moves":
        parts += [f"Rare moves: {found.reason}"]
    elif found.method == "recent trend":
        parts += [f"Recent trend: {found.reason}"]
    else:
        parts += [f"{names(judged)}: {found.reason}"]
    if judged.overdispersion > 1:
        parts += [overdispersion_words(judged)]
    told = three_years(judged) if found.method in ("rare moves", "direction only") else ""
    return ". ".join([*parts, told] if told else parts)


def overdispersion_words(judged: Judgement) -> str:
    """That the margins were widened for the change, and why."""
    times = judged.overdispersion**0.5
    return (
        f"For a change its margins of error are drawn {times:.1f} times as wide: such figures "
        "move from year to year by more than their counts alone explain"
    )


def names(judged: Judgement) -> str:
    """Which two figures a difference is of."""
    label = judged.indicator.period_label
    newest = label(judged.series.periods[-1])
    return f"The difference between {label(judged.first_judged)} and {newest}, with its own margin of error"


def why_no_control_chart(judged: Judgement) -> str:
    """Why no control chart is drawn, worded for the cadence of the figures."""
    each = SPANS.get(judged.frequency, "years").removesuffix("s")
    if judged.change.silenced == "rounded":
        return "The usual range is narrower than the step the figure is rounded to, so it says nothing"
    return f"This figure drifts from {each} to {each}, so limits from its own average say nothing"


def chart_name(judged: Judgement, many: str = "") -> str:
    """The control chart that was drawn: "Control chart (XmR) of 25 monthly figures"."""
    sentence = f"Control chart{many} (XmR) of {judged.periods_since_break} {cadence(judged)} figures"
    if judged.change.method == "xmr after STL":
        return f"{sentence}, the usual season taken out"
    if judged.change.method == "xmr on change from a year before":
        return f"{sentence}, each against the same {judged.frequency} a year before"
    return sentence


def cadence(judged: Judgement) -> str:
    """How often the figures come: "monthly", "half-yearly", "yearly"."""
    return ADJECTIVES.get(judged.frequency, "yearly")


def _range(judged: Judgement, chart: Spc) -> str:
    """The range that the chart expects, and what the latest figure has to do with it."""
    drawn = next(part for part in chart.segments if part.start <= chart.last < part.stop)
    if drawn.limits is None:
        return ""
    lower, upper = drawn.limits
    adjusted = judged.change.adjusted
    if adjusted and adjusted.unit == "percent":
        expected = f"{lower:+.0f} to {upper:+.0f}%".replace("-", "−")
    else:
        expected = limits(_finer(judged, lower, upper), lower, upper)
    which = SPANS.get(judged.frequency, "years").removesuffix("s")
    signal = _SIGNALS.get(chart.signal if judged.change.direction else "", "is not unusual")
    return f": {expected} is usual, and the latest {which} {signal}"


def _finer(judged: Judgement, lower: float, upper: float) -> Indicator:
    """One decimal more where the figure and an end of the range would look the same."""
    shown = judged.shown
    ends = {shown.format(value) for value in (lower, upper, judged.newest)}
    return shown if len(ends) == 3 else replace(shown, decimals=shown.decimals + 1)
