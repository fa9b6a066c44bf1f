"""How a figure and a period are written, and what a sentence of them may say: for reading sentences back."""

import re
from datetime import timedelta

from tests.oracle.reckoning.figures import at, benchmark, figures_of
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.reckoning.places import names
from tests.oracle.reckoning.written import written

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PERIOD = (
    r"(?:\d{1,2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} (?:\d{4} )?to [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} \d{4}"
    r"|\d{4} to \d{4}|\d{4}/\d{2}|\d{4})"
)
PHRASE = rf"(?:in|on|from) ({PERIOD})"


def label(kind, day):
    """A period in words."""
    month = f"{MONTHS[day.month - 1]} {day.year}"
    if kind in ("financial year", "academic year"):
        return f"{day.year}/{(day.year + 1) % 100:02d}"
    if kind == "month":
        return month
    if kind in ("quarter", "three months"):
        return f"{MONTHS[day.month - 1]} to {MONTHS[(day.month + 1) % 12]} {day.year}"
    if kind == "point in time":
        return f"{day.day} {month}"
    if kind == "three years":
        april = f"{month} to {MONTHS[day.month - 2]} {day.year + 3}"
        return f"{day.year} to {day.year + 2}" if day.month == 1 else april
    if kind == "twelve months":
        end = day + timedelta(days=364)
        return f"{month} to {MONTHS[end.month - 1]} {end.year}"
    return str(day.year)


class Speaker:
    """What may be said of one indicator: its figures as written, in any place and period."""

    def __init__(self, name, indicator):
        self.name, self.indicator, self.better = name, indicator, INDICATORS[name]["better"]
        unit = re.escape(indicator.suffix)
        self.figure = rf"(−?{re.escape(indicator.prefix)}\d+(?:,\d{{3}})*(?:\.\d+)?{unit}|\d+\.\d%)"

    def written(self, value):
        """A figure as a reader sees it."""
        return written(self.indicator, value)

    def days(self, place, said):
        """The periods of a place that are written so; a year alone stands for the one date in it."""
        kind, rows = self.indicator.period, figures_of(self.name, place)
        days = [row[0] for row in rows if label(kind, row[0]) == said]
        return days or [row[0] for row in rows if kind == "point in time" and str(row[0].year) == said]

    def was(self, place, figure, said):
        """Whether a place had that figure in that period: itself, or as a share of England's."""
        return any(figure in self.ways(place, day) for day in self.days(place, said))

    def ways(self, place, day):
        """The figure of a place in a period, as written: itself, and as a share of the benchmark's."""
        row, there = at(self.name, place, day), benchmark(self.name, place, day)
        if row is None:
            return set()
        share = {f"{100 * row[1] / there[1]:,.1f}%"} if there and self.indicator.prefix == "£" else set()
        return {self.written(row[1]), *share}

    def moved(self, place, day, figure):
        """Whether the newest figure is up or down from that of a day; the shares, where `figure` is one."""
        share = figure not in self.written(at(self.name, place, day)[1])
        then, now = ((row[0], row[1]) for row in (at(self.name, place, day), self.newest(place)))
        ratio = [
            value / benchmark(self.name, place, when)[1] if share else value for when, value in (then, now)
        ]
        return "up" if ratio[1] > ratio[0] else "down"

    def newest(self, place):
        """The newest row of a place, or None."""
        rows = figures_of(self.name, place)
        return rows[-1] if rows else None

    def place_called(self, called, places):
        """Which of `places` is called so, or None."""
        return next((place for place in places if names().get(place) == called), None)
