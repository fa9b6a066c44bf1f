"""The pictures of an evaluation: the place beside its mix, its gap among the placebos, and the two groups."""

import numpy as np

from dashboard.catalogue.periods import lasts
from dashboard.components.pilot_evaluation import Evaluation
from dashboard.figures.chart import Chart, Line, Mark, Point
from dashboard.record.kinds import Pilot
from dashboard.statements import pilot_words as words

MOST_PLACEBOS = 40


def beside_mix(found: Evaluation, pilot: Pilot, at: int) -> Chart:
    """One place over time, and what the mix of other places did."""
    panel, impact = found.panel, found.impacts[at]
    place = panel.places[at].name
    lines = (
        Line(place, _points(found, panel.treated[at])),
        Line("The mix of other places", _points(found, impact.synthetic), "path"),
    )
    first = panel.indicator.period_label(panel.periods[panel.start])
    return _chart(
        found,
        pilot,
        title=f"{place} and a mix of places that moved alike before the pilot",
        subtitle=panel.indicator.unit,
        lines=lines,
        summary=words.effect(panel.indicator, place, impact, first),
    )


def among_placebos(found: Evaluation, pilot: Pilot, at: int) -> Chart:
    """The gap of one place among the gaps of places without the pilot, those that their mix fitted best."""
    panel, impact = found.panel, found.impacts[at]
    gaps = np.array(impact.placebo_gaps)
    order = np.argsort(np.sqrt((gaps[:, : panel.start] ** 2).mean(axis=1)), kind="stable")[:MOST_PLACEBOS]
    kept = [area for number, area in enumerate(panel.others) if number not in set(impact.left_out)]
    others = tuple(Line(kept[number].name, _points(found, gaps[number]), "context") for number in order)
    focus = Line(panel.places[at].name, _points(found, impact.gaps))
    return _chart(
        found,
        pilot,
        title=f"How far {panel.places[at].name} and places without the pilot moved from their mixes",
        subtitle=f"Actual less mix: {panel.indicator.unit}",
        lines=(focus, *others),
        context="Places without the pilot whose mix fitted best",
        summary=words.placebos(impact),
    )


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


def _chart(found: Evaluation, pilot: Pilot, intervals: bool = False, **said) -> Chart:
    indicator = found.panel.indicator
    start = Mark(pilot.start, "Start", "event", f"The pilot began: {pilot.title}")
    difference = said["subtitle"] != indicator.unit
    return Chart(
        unit=indicator.unit,
        format=(lambda value: words.difference(indicator, value)) if difference else indicator.format,
        marks=(start,) if found.panel.periods[0] <= pilot.start else (),
        intervals=intervals,
        length=lasts(indicator.period),
        **said,
    )


def _points(found: Evaluation, values, lower=None, upper=None) -> tuple[Point, ...]:
    panel = found.panel
    limits = zip(lower, upper, strict=True) if lower is not None else ((None, None) for _ in values)
    return tuple(
        Point(period, panel.indicator.period_label(period), float(value), *edge)
        for period, value, edge in zip(panel.periods, values, limits, strict=True)
    )
