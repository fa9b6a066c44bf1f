"""What casualties by month say: the newest months against a year before, and which months are unusual."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.capital_letter import capital
from dashboard.catalogue.periods import MONTHS, label
from dashboard.catalogue.rounding import written
from dashboard.methods.control_charts.signals import RUN
from dashboard.methods.control_charts.xmr import Spc
from dashboard.methods.counts import Counts
from dashboard.pages.events.words import number_of

SMALL = 20  # a month, below which a control chart is rough
SIGNAL_WORDS = {
    "outside": "outside the usual range",
    "trend": f"part of {RUN} or more in a row that only rise or only fall",
    "two of three": "where two of three in a row are close to the same edge",
    "run": f"part of {RUN} or more in a row on one side of the average",
}
SILENT = {
    "few": "Too few months to say what is usual.",
    "drifts": "The figure drifts from month to month, so limits from its own average say nothing.",
    "rounded": "The months differ by less than one casualty, so limits say nothing.",
}
Months = Sequence[tuple[date, int]]


@dataclass(frozen=True)
class Usual:
    """The control chart of the newest months, from position `start` of all months on.

    `spc` is None where no limits may be drawn, and `why` says it: a key of SILENT.
    """

    spc: Spc | None
    start: int
    why: str = ""


@dataclass(frozen=True)
class Versus:
    """The newest months of a year (`since` to `until`) and the same ones a year before, as two counts."""

    since: date
    until: date
    now: int
    before: int
    found: Counts
    provisional: bool


def trend(usual: Usual, versus: Versus | None, months: Months, counted: str) -> str:
    """The message: the newest months against the same a year before; without those, the newest month."""
    if versus is None:
        return f"{capital(counted)} by month: {_newest(usual, months)}"
    return against(versus, counted)


def against(versus: Versus, counted: str) -> str:
    """The newest months against the same a year before, and whether chance can make the difference."""
    before = f"{versus.before:,} a year before"
    provisional = ", provisional" if versus.provisional else ""
    return f"{number_of(versus.now, counted)} {_months(versus)}{provisional}, {before}: {_apart(versus)}"


def trend_subtitle(usual: Usual, months: Months, counted: str, place: str) -> str:
    """What the chart plots, and on which months the usual range rests."""
    plotted = f"{capital(counted)} in {place}, by month."
    if usual.spc is None:
        return plotted
    base = len(months) - usual.start
    return f"{plotted} Shaded: what is usual, by the last {base} months ({_span(months[usual.start :])})."


def trend_summary(usual: Usual, versus: Versus | None, months: Months, counted: str) -> str:
    """The chart in words: the newest month, what is usual and by which months, and the unusual ones."""
    day, newest = months[-1]
    parts = [f"{number_of(newest, counted)} in {_month(day)}."]
    if versus:
        by_chance = versus.found.upper - versus.found.difference
        parts.append(
            f"The two counts differ by {written(abs(versus.found.difference))}; several people are hurt in "
            f"one collision, so chance alone can make up to {written(by_chance)}."
        )
    if usual.spc is None:
        return " ".join([*parts, SILENT[usual.why]])
    now, since = usual.spc.segments[0], _month(months[usual.start][0])
    low, high = max(now.lower, 0), now.upper
    parts.append(
        f"The average month since {since} has {written(now.mean)}, and {written(low)} to {written(high)} is "
        "usual."
    )
    parts.append(_unusual(usual.spc))
    if now.mean < SMALL:
        parts.append("With so few a month the limits are rough.")
    return " ".join(parts)


def _newest(usual: Usual, months: Months) -> str:
    if usual.spc is None:
        return SILENT[usual.why][:1].lower() + SILENT[usual.why].rstrip(".")[1:]
    found, way = usual.spc, usual.spc.directions[usual.spc.last]
    month = _month(months[-1][0])
    if not found.signal:
        return f"{month} is as usual"
    if found.signal == "outside":
        return f"{month} is {_side(way)} what is usual"
    return f"{month} is {SIGNAL_WORDS[found.signal]}, {_side(way)} the average"


def _apart(versus: Versus) -> str:
    if versus.now == versus.before:
        return "the same"
    way = versus.found.direction
    if not way:
        return "a difference that chance can make"
    return f"{'more' if way > 0 else 'fewer'}, by more than chance explains"


def _unusual(found: Spc) -> str:
    kinds = Counter(name for name in found.signals if name)
    if not kinds:
        return "No month is unusual."
    listed = ", ".join(f"{kinds[name]} {words}" for name, words in SIGNAL_WORDS.items() if kinds[name])
    return f"Of these {len(found.signals)} months {kinds.total()} are marked as unusual: {listed}."


def _months(versus: Versus) -> str:
    """ "from Jan to Jun 2024", "in 2023" for a whole year, "in Mar 2024" for one month."""
    first, last = versus.since, versus.until
    if (first.month, last.month) == (1, 12):
        return f"in {last.year}"
    if first == last:
        return f"in {_month(last)}"
    return f"from {MONTHS[first.month - 1]} to {_month(last)}"


def _span(months: Months) -> str:
    return f"{_month(months[0][0])} to {_month(months[-1][0])}"


def _side(way: int) -> str:
    return "above" if way > 0 else "below"


def _month(day: date) -> str:
    return label("month", day)
