"""The pictures of an evaluation: the place beside its mix, its gap among the placebos, and the two groups."""

import numpy as np

from dashboard.catalogue.periods import lasts
from dashboard.charts.chart import Chart, Line, Mark, Point
from dashboard.pages.pilots import words
from dashboard.pages.pilots.evaluation import Evaluation
from dashboard.record.kinds import Pilot

MOST_PLACEBOS = 40


def beside_mix(found: Evaluation, pilot: Pilot, at: int) -> Chart:
    """One place, or the mean of several, over time, and what the mix of other places did."""
    panel, subject = found.panel, found.subjects[at]
    lines = (
        Line(subject.name, _points(found, subject.outcome)),
        Line("The mix of other places", _points(found, subject.impact.synthetic), "path"),
    )
    first = panel.indicator.period_label(panel.periods[panel.start])
    return _chart(
        found,
        pilot,
        title=f"{subject.name} and a mix of places that moved alike before the pilot",
        subtitle=panel.indicator.unit,
        lines=lines,
        summary=words.effect(panel.indicator, subject.name, subject.impact, first),
    )


def among_placebos(found: Evaluation, pilot: Pilot) -> Chart:
    """The gap that the verdict rests on, among the gaps of untouched places that their mix followed best."""
    panel, subject = found.panel, found.subjects[0]
    impact = subject.impact
    gaps = np.array(impact.placebo_gaps)
    missed = np.sqrt((gaps[:, : panel.start] ** 2).mean(axis=1))
    order = [at for at in np.argsort(missed, kind="stable") if impact.fitted[at]][:MOST_PLACEBOS]
    others = tuple(Line(_names(found, impact.sets[at]), _points(found, gaps[at]), "context") for at in order)
    focus = Line(subject.name, _points(found, impact.gaps))
    return _chart(
        found,
        pilot,
        title=f"How far {words.within(subject.name)} and places without the pilot moved from their mixes",
        subtitle=f"Actual less mix: {panel.indicator.unit}",
        lines=(focus, *others),
        context="Places without the pilot whose mix fitted best",
        summary=words.placebos(impact),
    )


def _names(found: Evaluation, members: tuple[int, ...]) -> str:
    first, *rest = (found.panel.others[at].name for at in members)
    return f"{first} and {len(rest)} more" if rest else first


def between_groups(found: Evaluation, pilot: Pilot) -> Chart:
    """The gap between the pilot's places and all others, as the change since the last period before it."""
    panel, study = found.panel, found.study
    points = _points(found, study.gap, study.lower, study.upper)
    last = panel.indicator.period_label(panel.periods[panel.start - 1])
    return _chart(
        found,
        pilot,
        title="The gap between the pilot’s places and all others",
        subtitle=f"Change since {last}, less that of the others: {panel.indicator.unit}",
        lines=(Line("The pilot’s places", points),),
        intervals=True,
        summary=words.alike(study),
    )


def _chart(found: Evaluation, pilot: Pilot, intervals: bool = False, **more) -> Chart:
    indicator = found.panel.indicator
    start = Mark(pilot.start, "Start", "event", f"The pilot began: {pilot.title}")
    difference = more["subtitle"] != indicator.unit
    return Chart(
        unit=indicator.unit,
        format=(lambda value: words.difference(indicator, value)) if difference else indicator.format,
        marks=(start,) if found.panel.periods[0] <= pilot.start else (),
        intervals=intervals,
        length=lasts(indicator.period),
        **more,
    )


def _points(found: Evaluation, values, lower=None, upper=None) -> tuple[Point, ...]:
    panel = found.panel
    limits = zip(lower, upper, strict=True) if lower is not None else ((None, None) for _ in values)
    return tuple(
        Point(period, panel.indicator.period_label(period), float(value), *edge)
        for period, value, edge in zip(panel.periods, values, limits, strict=True)
    )
