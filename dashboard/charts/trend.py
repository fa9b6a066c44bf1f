"""An indicator over time as a Chart (or, with one period, as Dots), with the words that go with it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import lasts, span
from dashboard.charts.ahead import fan, target_paths
from dashboard.charts.chart import Chart, Dot, Dots, Level, Line, Mark, Point
from dashboard.charts.gaps import with_gaps
from dashboard.charts.margin import margin
from dashboard.charts.selection import BENCHMARKS, MOST_COLOURED_LINES, Selection
from dashboard.charts.trend_notes import foot, summary, title
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.datastore.observations import Observation
from dashboard.datastore.observed import common_period
from dashboard.statements.headline import REASONS
from dashboard.statements.judgement import trend_words as words
from dashboard.statements.judgement.regular import period_end

UNSURE = ("u", "p", "low")


def trend(chosen: Selection) -> Chart | Dots | None:
    """The picture of what is chosen over time; None where nothing is published that could be drawn."""
    drawn = [chosen.region, *chosen.places, *chosen.context[1], *chosen.members]
    periods = {i.period for area in drawn for i in chosen.series(area.code) if i.value is not None}
    if not periods:
        return None
    return _dots(chosen, periods.pop()) if len(periods) == 1 else _chart(chosen)


def by_place(chosen: Selection) -> Dots | None:
    """The places of a region that has no figure of its own, each by name, in the newest period that most of
    them have: on paper no pointer tells grey lines apart. None where the region has a figure, or few places,
    which have a line of their own each."""
    members = chosen.members
    if chosen.has(chosen.region.code) or len(members) <= MOST_COLOURED_LINES:
        return None
    period = common_period(chosen.site.observations(chosen.indicator), members)
    return _dots(chosen, period, "One period, each place by name.") if period else None


def _chart(chosen: Selection) -> Chart:
    indicator = chosen.indicator
    lines = tuple(_lines(chosen))
    bands, ahead = fan(chosen)
    paths = target_paths(chosen) if chosen.paths else ()
    seen = [point.period for line in lines for point in line.figures]
    shaded, told = margin(lines, chosen.intervals)
    subtitle = f"{capital(indicator.unit)}, {span(indicator.period, min(seen), max(seen))}."
    return Chart(
        title=title(chosen),
        subtitle=subtitle + told,
        unit=indicator.unit,
        format=indicator.format,
        lines=(*lines, *ahead, *paths),
        summary=summary(chosen),
        foot=foot(chosen),
        marks=_marks(chosen, lines),
        levels=_targets(chosen),
        zero=indicator.statistic == "count",
        context=chosen.context[0],
        bands=bands,
        intervals=shaded,
        better=indicator.better,
        length=lasts(indicator.period),
    )


def _lines(chosen: Selection) -> Iterator[Line]:
    """Focus, chosen places, benchmark, grey context: in the order of the table and the legend."""
    roles = [(chosen.region, "focus"), *[(area, "other") for area in chosen.named]]
    for area, role in roles:
        if chosen.has(area.code):
            line = _line(chosen, area.name, area.code, role)
            yield _pointed_out(chosen, line) if role == "focus" else line
    if code := chosen.drawn_benchmark:
        yield _line(chosen, BENCHMARKS[code], code, "benchmark")
    for area in chosen.context[1]:
        yield _line(chosen, area.name, area.code, "context")


def _line(chosen: Selection, name: str, code: str, role: str) -> Line:
    return Line(
        name,
        tuple(_point(chosen.indicator, item) for item in with_gaps(chosen.indicator, chosen.series(code))),
        role,
        code=code,
    )


def _pointed_out(chosen: Selection, line: Line) -> Line:
    """The figures that the verdict rests on stand out."""
    points = [
        replace(point, judged=True) if point.period in chosen.judged else point for point in line.points
    ]
    return replace(line, points=tuple(points))


def _point(indicator: Indicator, item: Observation) -> Point:
    note = REASONS.get(item.status, "")
    label = indicator.period_label(item.period)
    return Point(item.period, label, item.value, item.lower, item.upper, note, item.status in UNSURE)


def _marks(chosen: Selection, lines: tuple[Line, ...]) -> tuple[Mark, ...]:
    """Where the series breaks, and what the office has noted of the places drawn."""
    seen = [point.period for line in lines for point in line.figures]
    drawn = [area.code for area in (chosen.region, *chosen.named)]
    events = chosen.site.record.marks(chosen.indicator.id, drawn)
    inside = [
        Mark(item.day, item.text, "event", item.reason)
        for item in events
        if min(seen) <= item.day <= period_end(chosen.indicator, max(seen))
    ]
    return tuple(sorted((*_breaks(chosen.indicator, lines), *inside), key=lambda mark: mark.period))


def _targets(chosen: Selection) -> tuple[Level, ...]:
    """The targets that the office has set for the region."""
    indicator = chosen.indicator
    site = chosen.site
    goals = [
        goal
        for goal in site.record.targets([chosen.region.code], indicator.id)
        if not (goal.as_known_on and counted_otherwise(site.store, indicator, goal.as_known_on, site.as_of))
    ]
    return tuple(Level(goal.value, f"Target {indicator.format(goal.value)}", "target") for goal in goals)


def _breaks(indicator: Indicator, lines: tuple[Line, ...]) -> tuple[Mark, ...]:
    seen = [point.period for line in lines for point in line.figures]
    inside = [item for item in indicator.breaks if min(seen) < item.since <= max(seen)]
    return tuple(Mark(item.since, "Break", "break", item.reason) for item in inside)


def _dots(chosen: Selection, period: date, told: str = words.NO_LINE) -> Dots:
    """Everybody in the one period, highest first; a benchmark of another period is not drawn beside them."""
    indicator, observations = chosen.indicator, chosen.site.observations(chosen.indicator)
    roles = {area.code: ("context", area.name) for area in (*chosen.context[1], *chosen.members)}
    roles |= {area.code: ("other", area.name) for area in chosen.places}
    roles |= {chosen.region.code: ("focus", chosen.region.name)}
    if code := chosen.drawn_benchmark:
        roles |= {code: ("benchmark", BENCHMARKS[code])}
    found = [(observations.at(code, period), *role) for code, role in roles.items()]
    dots = [
        Dot(name, item.value, item.lower, item.upper, role, REASONS.get(item.status, ""), item.area_code)
        for item, role, name in found
        if item and item.value is not None
    ]
    return Dots(
        title=title(chosen),
        subtitle=f"{capital(indicator.unit)}, {indicator.period_label(period)}. {told}",
        unit=indicator.unit,
        format=indicator.format,
        dots=tuple(sorted(dots, key=lambda dot: -dot.value)),
        summary=summary(chosen),
        foot=foot(chosen),
    )
