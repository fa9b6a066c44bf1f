"""What is said of a control chart, point by point: what to expect, and what is unusual by which rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dashboard.capital_letter import capital
from dashboard.catalogue.periods import span
from dashboard.methods.control_charts.control_limits import Segment
from dashboard.methods.control_charts.xmr import ENOUGH_POINTS
from dashboard.methods.polarity import goodness
from dashboard.statements.judgement.control_chart import Charted
from dashboard.statements.judgement.method_words import limits
from dashboard.statements.judgement.signal_words import RUN

HOW_TO_READ = (
    "The range is the average and 2.66 times the usual move from one figure to the next on either side. "
    "Unusual are: a figure outside the range; seven in a row that only rise or only fall; two of three close "
    "to the same edge; seven in a row on one side of the average (NHS England, Making Data Count)."
)
TONES = {1: "better", -1: "worse", 0: "neutral"}


@dataclass(frozen=True)
class Signal:
    """Neighbouring figures that are unusual by one rule: `text` says which and why, `tone` is better, worse
    or neutral, `way` +1 or -1."""

    text: str
    tone: str
    way: int


def title(drawn: Charted) -> str:
    """The message of the chart: what is usual, and where the newest figure lies."""
    name, part = drawn.judged.area.name, drawn.latest
    limits = drawn.limits(part)
    if limits is None:
        return f"{name}: there is no range to hold the newest figure against"
    low, high = limits
    newest = drawn.values[drawn.spc.last]
    where = "above it" if newest > high else "below it" if newest < low else "within it"
    rule = drawn.spc.signal
    if rule and where == "within it":
        where += f", but {_rule(rule, drawn.spc.directions[drawn.spc.last])}"
    return f"{name}: {_range(drawn, low, high)} is usual, and {written(drawn, newest)} is {where}"


def plotted(drawn: Charted) -> str:
    """What the chart shows, and in which unit."""
    judged = drawn.judged
    unit, per = judged.shown.unit, judged.frequency
    when = _span(drawn, 0, len(drawn.periods) - 1)
    what = {
        "": f"{capital(unit)}, {when}.",
        "season": f"{capital(unit)}, {when}, with the usual season taken out.",
        "percent": f"Change in % on the same {per} a year before, {when}: so the season plays no part.",
        "difference": f"Difference from the same {per} a year before ({unit}), {when}.",
    }[drawn.adjusted]
    return f"{what} Shaded: what is usual, by the ups and downs of these {len(drawn.periods)} figures."


def written(drawn: Charted, value: float | None) -> str:
    """A value of the chart as a reader sees it; changes carry their sign."""
    if value is None:
        return "–"
    if drawn.adjusted == "percent":
        return f"{value:+.1f}%".replace("-", "−")
    words = drawn.judged.shown.format(value)
    return f"+{words}" if drawn.adjusted == "difference" and value > 0 else words


def signals(drawn: Charted) -> list[Signal]:
    """Every unusual stretch, newest first."""
    marked = list(zip(drawn.spc.signals, drawn.spc.directions, strict=True))
    found = []
    for part in drawn.spc.segments:
        places = range(part.start, part.stop)
        for (name, way), run in groupby(places, key=lambda place: marked[place]):
            if name:
                where = list(run)
                found.append(_signal(drawn, part, name, way, where[0], where[-1]))
    return found[::-1]


def note(drawn: Charted, place: int) -> str:
    """What is unusual about the figure at `place`; '' for nothing."""
    name, way = drawn.spc.signals[place], drawn.spc.directions[place]
    return f"unusual: {_rule(name, way)}" if name else ""


def tone(drawn: Charted, way: int) -> str:
    """Whether a signal that way is better, worse or neither."""
    indicator = drawn.judged.indicator
    return TONES[goodness(way, indicator.better)]


def warnings(drawn: Charted) -> Iterator[str]:
    """What to be careful with: stretches too short to trust."""
    for part in drawn.spc.segments:
        when = _span(drawn, part.start, part.stop - 1)
        if part.lower is None:
            yield f"{when}: no range can be drawn from {part.points} figure{'s' if part.points > 1 else ''}."
        elif part.points < ENOUGH_POINTS:
            yield (
                f"{when}: the range rests on {part.points} figures and is provisional; {ENOUGH_POINTS} or "
                "more are needed to trust it."
            )


def summary(drawn: Charted) -> str:
    """The chart in words: its average and how many figures are unusual."""
    part = drawn.latest
    since = f"Since {_label(drawn, part.start)}"
    average = f"{since} the average is {written(drawn, part.mean)}. " if part.mean is not None else ""
    count = sum(1 for name in drawn.spc.signals if name)
    total = sum(segment.points for segment in drawn.spc.segments)
    return f"{average}{count or 'None'} of the {total} figures {'is' if count == 1 else 'are'} unusual."


def _signal(drawn: Charted, part: Segment, name: str, way: int, first: int, last: int) -> Signal:
    found = tone(drawn, way)
    meaning = "" if found == "neutral" else f" ({found})"
    text = _rule(name, way)
    if name == "outside" and (limits := drawn.limits(part)):
        text += f" of {_range(drawn, *limits)}"
    return Signal(f"{_span(drawn, first, last)}{meaning}: {text}.", found, way)


def _rule(name: str, way: int) -> str:
    up = way > 0
    return {
        "outside": f"{'above' if up else 'below'} the usual range",
        "trend": f"part of at least {RUN} in a row that only {'rise' if up else 'fall'}",
        "two of three": f"two of three in a row close to the {'upper' if up else 'lower'} edge of the range",
        "run": f"part of at least {RUN} in a row {'above' if up else 'below'} the average",
    }[name]


def _range(drawn: Charted, low: float, high: float) -> str:
    if drawn.adjusted in ("percent", "difference"):
        return f"{written(drawn, low)} to {written(drawn, high)}"
    return limits(drawn.judged.shown, low, high)


def _span(drawn: Charted, first: int, last: int) -> str:
    return span(drawn.judged.indicator.period, drawn.periods[first], drawn.periods[last])


def _label(drawn: Charted, place: int) -> str:
    return drawn.judged.indicator.period_label(drawn.periods[place])
