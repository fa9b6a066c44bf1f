"""Marks: where breaks and events stand on the time axis, what is written over them, and their sentences.

The same in every format. A figure stands at the first day of its period, though it is of all its days: an
event stands as far from it as its day lies from the middle of the period.
"""

from datetime import date, timedelta
from typing import NamedTuple

from dashboard.catalogue.periods import MONTHS
from dashboard.charts.chart import Chart, Mark

LONGEST_MARK = 40  # letters that a phone has room for over the plot
LETTER_SHARE = 0.025  # of the time axis that a letter takes on a phone


class Tag(NamedTuple):
    """Words over the plot: where, and whether they begin there, end there or have their middle there."""

    at: date
    words: str
    side: str


def place(chart: Chart, mark: Mark) -> date:
    """Where a mark stands: an event on its day, a break halfway between the periods that it parts."""
    before = [period for period, _ in chart.periods if period < mark.period]
    if mark.kind != "break" or not before:
        return mark.period - timedelta(days=chart.length // 2)
    return before[-1] + (mark.period - before[-1]) // 2


def reach(chart: Chart) -> tuple[date, date]:
    """The first and the last day of the time axis: of its periods, and of the events beyond them."""
    days = [period for period, _ in chart.periods] + [place(chart, mark) for mark in chart.marks]
    return min(days), max(days)


def numbered(chart: Chart) -> list[tuple[Mark, str]]:
    """Each mark with what is written over it: its own words where it is alone, else its number in the notes.

    In the order in which they stand.
    """
    marks = sorted(chart.marks, key=lambda mark: place(chart, mark))
    if len(marks) == 1 and len(marks[0].text) <= LONGEST_MARK:
        return [(marks[0], marks[0].text)]
    return [(mark, str(number)) for number, mark in enumerate(marks, 1)]


def tags(chart: Chart) -> list[Tag]:
    """What is written over the plot, in order; numbers that would touch become one: "2–4"."""
    first, last = reach(chart)
    axis = (last - first).days or 1
    found: list[Tag] = []
    for mark, words in numbered(chart):
        at = place(chart, mark)
        share = (at - first).days / axis
        side = "start" if share < 1 / 3 else "end" if share > 2 / 3 else "middle"
        found.append(Tag(at, words, "middle" if words.isdigit() else side))
        while len(found) > 1 and _touch(found[-2], found[-1], axis):
            later, earlier = found.pop(), found.pop()
            found.append(_one(earlier, later))
    return found


def _touch(earlier: Tag, later: Tag, axis: int) -> bool:
    return (later.at - earlier.at).days < LETTER_SHARE * axis * (
        1 + (len(earlier.words) + len(later.words)) / 2
    )


def _one(earlier: Tag, later: Tag) -> Tag:
    ends = earlier.words.split("–")[0], later.words.split("–")[-1]
    return Tag(earlier.at + (later.at - earlier.at) / 2, "–".join(ends), "middle")


def notes(chart: Chart) -> list[str]:
    """The sentence of each mark: which it is, when, and why."""
    return [_note(chart, mark, words) for mark, words in numbered(chart) if mark.reason or words != mark.text]


def _note(chart: Chart, mark: Mark, words: str) -> str:
    number = "" if words == mark.text else f"{words}. "
    reason = f": {mark.reason}" if mark.reason else ""
    return f"{number}{mark.text} {_when(chart, mark)}{reason}"


def _when(chart: Chart, mark: Mark) -> str:
    """Between which figures a break lies, or on which day an event was."""
    if mark.kind != "break":
        return f"({mark.period.day} {MONTHS[mark.period.month - 1]} {mark.period.year})"
    return f"before {next((label for period, label in chart.periods if period >= mark.period), '')}"
