"""Casualties by month as a chart: what is usual, and which months are not."""

from datetime import date

from dashboard.catalogue.periods import lasts
from dashboard.catalogue.rounding import written
from dashboard.charts.chart import Band, Chart, Line, Mark, Point
from dashboard.pages.events import words
from dashboard.pages.events.choice import Casualties
from dashboard.pages.events.judged import INDICATOR, breaks, usual, versus
from dashboard.pages.events.trend_words import Usual, trend, trend_subtitle, trend_summary


def events_trend(found: Casualties) -> Chart:
    """The chart; its title is the newest months against the same a year before."""
    judged, compared = usual(found), versus(found)
    counted = words.who(found.chosen.severity, found.chosen.mode, found.chosen.age)
    marks = tuple(Mark(step.since, "Recording changed", "break", step.reason) for step in breaks(found))
    if found.provisional and found.provisional <= found.chosen.until:
        marks += (Mark(found.provisional, "Provisional from here", "event", words.PROVISIONAL),)
    marks += tuple(_noted(found))
    return Chart(
        title=trend(judged, compared, found.months, counted),
        subtitle=trend_subtitle(judged, found.months, counted, found.place.name),
        unit="casualties in the month",
        format=_whole,
        lines=(Line(found.place.name, tuple(_points(found, judged)), "focus"),),
        bands=tuple(_bands(found, judged)),
        summary=trend_summary(judged, compared, found.months, counted),
        foot=f"Source: Department for Transport, STATS19. {words.RECORDED}",
        marks=tuple(sorted(marks, key=lambda mark: mark.period)),
        zero=True,
        intervals=False,
        length=lasts("month"),
    )


def _noted(found: Casualties):
    """What the office has noted of the place and its roads, inside the period."""
    for item in found.site.record.marks(INDICATOR, [found.place.code]):
        if found.chosen.since <= item.day <= found.chosen.until:
            yield Mark(item.day, item.text, "event", item.reason)


def _points(found: Casualties, judged: Usual):
    signals = [""] * judged.start + list(judged.spc.signals if judged.spc else ())
    signals += [""] * (len(found.months) - len(signals))
    for (day, number), signal in zip(found.months, signals, strict=True):
        notes = [f"unusual: {signal}" if signal else "", "provisional" if _provisional(found, day) else ""]
        note = ", ".join(each for each in notes if each)
        yield Point(day, words.month(day), float(number), note=note, signal=bool(signal))


def _provisional(found: Casualties, day: date) -> bool:
    return found.provisional is not None and day >= found.provisional


def _bands(found: Casualties, judged: Usual):
    """The usual range, over the months that it rests on."""
    part = judged.spc.segments[0] if judged.spc else None
    if part is None or part.lower is None:
        return
    days = [day for day, _ in found.months[judged.start :]]
    points = [Point(day, words.month(day), part.mean, max(part.lower, 0.0), part.upper) for day in days]
    yield Band(words.band(days[0], days[-1]), tuple(points), "limits")


def _whole(value: float | None) -> str:
    return "–" if value is None else written(value)
