"""Casualties by month as a control chart: what is usual, and which months are not."""

from datetime import date

import numpy as np

from dashboard.components.events_choice import Casualties
from dashboard.figures.chart import Band, Chart, Line, Mark, Point
from dashboard.methods.limits import Step
from dashboard.methods.spc import Spc, xmr
from dashboard.statements import event_words as words
from dashboard.statements.event_trend_words import trend, trend_summary

INDICATOR = "transport/road_casualties"  # whose breaks in the recording of severity hold here too
LEAST = 8  # months, below which no chart is judged


def events_trend(found: Casualties) -> Chart:
    """The chart; its title is the verdict on the newest month."""
    judged = judge(found)
    counted = words.who(found.chosen.severity, found.chosen.mode, found.chosen.age)
    marks = tuple(Mark(step.since, "Recording changed", "break", step.reason) for step in breaks(found))
    if found.provisional and found.provisional <= found.chosen.until:
        marks += (Mark(found.provisional, "Provisional from here", "event", words.PROVISIONAL),)
    marks += tuple(_noted(found))
    return Chart(
        title=trend(judged, found.months, counted),
        subtitle=words.trend_subtitle(counted, found.place.name),
        unit="casualties in the month",
        format=_whole,
        lines=(Line(found.place.name, tuple(_points(found, judged)), "focus"),),
        bands=tuple(_bands(found, judged)),
        summary=trend_summary(judged, found.months, counted),
        foot=f"Source: Department for Transport, STATS19. {words.RECORDED}",
        marks=tuple(sorted(marks, key=lambda mark: mark.period)),
        zero=True,
        intervals=False,
    )


def _noted(found: Casualties):
    """What the office has noted of the place and its roads, inside the period."""
    for item in found.site.record.marks(INDICATOR, [found.place.code]):
        if found.chosen.since <= item.day <= found.chosen.until:
            yield Mark(item.day, item.text, "event", item.reason)


def judge(found: Casualties) -> Spc | None:
    """The control chart of the months, cut where the recording of severity changed; None for too few."""
    if len(found.months) < LEAST:
        return None
    days, numbers = zip(*found.months, strict=True)
    return xmr(np.array(numbers, dtype=float), better="lower", steps=breaks(found), periods=days)


def breaks(found: Casualties) -> list[Step]:
    """Where the recording of severity changed inside the period; none for all casualties together."""
    indicator = found.site.indicators.get(INDICATOR)
    if found.chosen.severity == "all" or indicator is None:
        return []
    since, until = found.chosen.since, found.chosen.until
    return [Step(item.since, item.reason) for item in indicator.breaks if since < item.since <= until]


def _points(found: Casualties, judged: Spc | None):
    signals = judged.signals if judged else [""] * len(found.months)
    for (day, number), signal in zip(found.months, signals, strict=True):
        notes = [f"unusual: {signal}" if signal else "", "provisional" if _provisional(found, day) else ""]
        note = ", ".join(each for each in notes if each)
        yield Point(day, words.month(day), float(number), note=note, signal=bool(signal))


def _provisional(found: Casualties, day: date) -> bool:
    return found.provisional is not None and day >= found.provisional


def _bands(found: Casualties, judged: Spc | None):
    """One band a stretch: limits begin afresh where the recording changed."""
    for part in judged.segments if judged else ():
        if part.lower is None:
            continue
        days = [day for day, _ in found.months[part.start : part.stop]]
        points = [Point(day, words.month(day), part.mean, max(part.lower, 0.0), part.upper) for day in days]
        yield Band(words.band(days[0], days[-1], len(judged.segments) > 1), tuple(points), "limits")


def _whole(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"
