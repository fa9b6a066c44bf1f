"""Chart: what is drawn, said once. Its faces (plotly, table, print) live beside this file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

# What a line is for decides how every face draws it: one focus, up to four others, benchmarks in grey.
ROLES = ("focus", "other", "benchmark", "context")


@dataclass(frozen=True)
class Point:
    """One figure of a line: `value` in the chart's unit (None is a gap), `label` its period in words."""

    period: date
    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    status: str = ""


@dataclass(frozen=True)
class Line:
    """A named series in time order. Not joined across a gap or a break."""

    name: str
    points: tuple[Point, ...]
    role: str = "focus"


@dataclass(frozen=True)
class Mark:
    """A date worth knowing: kind is event, break or target."""

    period: date
    text: str
    kind: str


@dataclass(frozen=True)
class Chart:
    """A line chart over time. `title` is the message; `summary` says the chart in words, from its data.

    `format` writes a value as a reader sees it; `foot` is source, period and caveat.
    """

    title: str
    subtitle: str
    unit: str
    format: Callable[[float | None], str]
    lines: tuple[Line, ...]
    summary: str
    foot: str = ""
    marks: tuple[Mark, ...] = ()
    zero: bool = False

    @property
    def periods(self) -> list[tuple[date, str]]:
        """Every period of any line with its label, in time order."""
        seen = {point.period: point.label for line in self.lines for point in line.points}
        return sorted(seen.items())

    def breaks(self) -> list[date]:
        """The starts of periods before which the series breaks."""
        return [mark.period for mark in self.marks if mark.kind == "break"]


def segments(line: Line, breaks: list[date]) -> list[tuple[Point, ...]]:
    """The runs of points that may be joined: split at gaps (missing figures) and at breaks."""
    runs: list[list[Point]] = [[]]
    for point in line.points:
        if point.value is None:
            runs.append([])
            continue
        before = runs[-1][-1] if runs[-1] else None
        if before and any(before.period < since <= point.period for since in breaks):
            runs.append([])
        runs[-1].append(point)
    return [tuple(run) for run in runs if run]
