"""What a chart of an indicator over time says: its message, its figures in words, what it leaves out."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observation
from dashboard.methods.change.trend import too_few
from dashboard.methods.comparison import difference
from dashboard.statements.absence.absence import Absence
from dashboard.statements.judgement.cash import cash_words

Series = Sequence[Observation]
NO_BENCHMARK = "No figure for England of the same kind is held here."
NO_LINE = f"One period is held; {too_few(1)}."


def message(indicator: Indicator, name: str, series: Series) -> str:
    """The title of the chart of one area: its latest figure and where it came from.

    Only figures since the last break are compared. Where both have limits a change must be larger than the
    interval of the difference explains; where a season decides, the same period a year before is taken.
    """
    figures = _figures(series)
    if not figures:
        return f"{name} has no figure of its own"
    last = figures[-1]
    now = f"{name}: {indicator.format(last.value)} {_in(indicator, last.period)}"
    if len(figures) == 1:
        return now
    if len(figures) == 2:
        return f"{now}; {too_few(2)}"
    since = last_break(indicator, figures)
    comparable = [item for item in figures if since is None or item.period >= since]
    before = _base(indicator, comparable)
    if before is None:
        return f"{now}; earlier figures are not comparable" if since else now
    return f"{now}, {change(indicator, before, last)}"


def change(indicator: Indicator, before: Observation, last: Observation) -> str:
    """Where `last` stands against `before`: "up from 66.0% in 2005"."""
    then = f"{indicator.format(before.value)} {_in(indicator, before.period)}"
    cash = cash_words(indicator)
    if indicator.format(before.value) == indicator.format(last.value):
        return f"the same as {_in(indicator, before.period)}{cash}"
    apart = difference(_estimate(last), _estimate(before), "neither")
    if apart.verdict == "similar":
        return f"no clear change from {then}{cash}"
    return f"{'up' if last.figure > before.figure else 'down'} from {then}{cash}"


def last_break(indicator: Indicator, series: Series) -> date | None:
    """The start of the newest period that has earlier figures on the other side of a break, or None."""
    figures = _figures(series)
    inside = [
        item.since
        for item in indicator.breaks
        if figures and figures[0].period < item.since <= figures[-1].period
    ]
    return max(inside, default=None)


def spoken(indicator: Indicator, name: str, series: Series) -> str:
    """One line of the chart in words: first, last, lowest and highest figure."""
    figures = _figures(series)
    if not figures:
        return f"{name}: no published figures."
    first, last = figures[0], figures[-1]
    if first == last:
        return f"{name}: {_point(indicator, last)}."
    words = f"{name}: {_point(indicator, first)}, {_point(indicator, last)}"
    if len(figures) < 4:
        return f"{words}."
    low, high = min(figures, key=_height), max(figures, key=_height)
    ends = {indicator.format(first.value), indicator.format(last.value)}
    extremes = [f"lowest {_point(indicator, low)}"] if indicator.format(low.value) not in ends else []
    extremes += [f"highest {_point(indicator, high)}"] if indicator.format(high.value) not in ends else []
    return f"{'; '.join([words, *extremes])}."


def spread(
    indicator: Indicator, what: str, latest: Sequence[tuple[str, Observation | None]], period: date
) -> str:
    """From which to which area a group goes in one period: "The 10 districts: 61.0% (Bolton) to ..."."""
    there = sorted((item.value, name) for name, item in latest if item and item.value is not None)
    if not there:
        return f"{what}: no figures."
    (low, lowest), (high, highest) = there[0], there[-1]
    if len(there) == 1:
        return f"{what}: {indicator.format(low)} in {lowest} ({indicator.period_label(period)})."
    if indicator.format(low) == indicator.format(high):
        where = "both" if len(there) == 2 else "each"
        return f"{what}: {indicator.format(low)} in {where} {_in(indicator, period)}."
    return (
        f"{what}: {indicator.format(low)} ({lowest}) to {indicator.format(high)} ({highest}) "
        f"{_in(indicator, period)}."
    )


def nothing(indicator: Indicator, none: Absence, smaller: str) -> str:
    """Why there is no chart; `none` says why the region has no figure, and `smaller` are the only areas in it
    that have some, in words, or empty."""
    if smaller:
        return f"{indicator.title} has figures only for {smaller} here, so nothing is drawn over time."
    return f"{none.heading} or any place in it: {none.reason}."


def not_drawn(indicator: Indicator, name: str, series: Series) -> str:
    """The benchmark's newest count, and why its line is left out of the chart."""
    last = _figures(series)[-1]
    return (
        f"{name}: {_point(indicator, last)}; not drawn, because a count of a larger place only shows that it "
        "is larger."
    )


def _in(indicator: Indicator, period: date) -> str:
    word = "on" if indicator.period == "point in time" else "in"
    return f"{word} {indicator.period_label(period)}"


def _point(indicator: Indicator, item: Observation) -> str:
    return f"{indicator.format(item.value)} {_in(indicator, item.period)}"


def _figures(series: Series) -> list[Observation]:
    return [item for item in series if item.value is not None]


def _height(item: Observation) -> float:
    return item.figure


def _base(indicator: Indicator, comparable: list[Observation]) -> Observation | None:
    """What the last figure is held against: the first of its stretch, or the same season a year before."""
    last = comparable[-1]
    if indicator.seasonal:
        wanted = last.period.replace(year=last.period.year - 1)
        return next((item for item in comparable if item.period == wanted), None)
    return comparable[0] if len(comparable) > 1 else None


def _estimate(item: Observation) -> tuple[float | None, float | None, float | None]:
    return item.value, item.lower, item.upper
