"""Chart and Dots: what is drawn, said once. How each is drawn stands beside this file: plotly, table, SVG."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

# What a line is for decides how every format draws it: one focus, up to five others, a benchmark, grey
# context, the mean and the limits of a control chart, and what lies ahead (the middle of a projection, the
# path that a target asks for). In the order of drawing.
ROLES = ("context", "limit", "mean", "benchmark", "target", "path", "other", "focus")
RULED = ("limit", "mean")  # drawn as lines, but not figures that a reader walks along
AHEAD = ("path", "target")  # may go on after the last published period
Format = Callable[[float | None], str]


@dataclass(frozen=True)
class Point:
    """One figure of a line: `value` in the chart's unit (None is a gap), `label` its period in words.

    `note` says in words what is special about it ("unreliable", "outside the limits"); `unsure` marks one
    that its publisher is not sure of, `signal` one that a control chart finds unusual: `way` is +1 or -1 for
    high or low, `tone` better, worse or neutral. `judged` marks one that a verdict rests on.
    """

    period: date
    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    note: str = ""
    unsure: bool = False
    signal: bool = False
    way: int = 0
    tone: str = ""
    judged: bool = False

    @property
    def figure(self) -> float:
        """The value of a point that is known to have one. Raises ValueError at a gap."""
        if self.value is None:
            raise ValueError(f"there is no figure for {self.label}")
        return self.value

    @property
    def special(self) -> bool:
        """Whether it has a marker of its own even on a line without markers."""
        return self.signal or self.unsure or self.judged


@dataclass(frozen=True)
class Line:
    """A named series in time order. Not joined across a gap or a break. `end` is said at its end, if not its
    last figure. `code` is that of its area, "" where it is no area's."""

    name: str
    points: tuple[Point, ...]
    role: str = "focus"
    end: str = ""
    code: str = ""

    @property
    def figures(self) -> tuple[Point, ...]:
        """The points that hold a figure."""
        return tuple(point for point in self.points if point.value is not None)


@dataclass(frozen=True)
class Band:
    """A shaded range over time: kind "limits" (of a control chart) or "projection"."""

    name: str
    points: tuple[Point, ...]
    kind: str


@dataclass(frozen=True)
class Mark:
    """A date worth knowing, drawn as a vertical rule: kind is event or break. `reason` is its sentence."""

    period: date
    text: str
    kind: str
    reason: str = ""


@dataclass(frozen=True)
class Level:
    """A value worth knowing, drawn as a horizontal rule: kind is target, mean or limit."""

    value: float
    text: str
    kind: str


@dataclass(frozen=True)
class Chart:
    """A line chart over time. `title` is the message; `summary` says the chart in words, from its data.

    `format` writes a value as a reader sees it; `foot` is source, period and caveat. `context` names the grey
    lines together, and `better` is which way they are better: higher, lower or neither ("" for lines that are
    not to be ranked). `length` is how many days a period lasts, 0 for points in time. With `intervals` the
    focus line's 95% limits are shaded.
    """

    title: str
    subtitle: str
    unit: str
    format: Format
    lines: tuple[Line, ...]
    summary: str
    foot: str = ""
    marks: tuple[Mark, ...] = ()
    zero: bool = False
    bands: tuple[Band, ...] = ()
    levels: tuple[Level, ...] = ()
    context: str = ""
    intervals: bool = True
    better: str = ""
    length: int = 0

    @property
    def periods(self) -> list[tuple[date, str]]:
        """Every period of any line or band with its label, in time order."""
        drawn: tuple[Band | Line, ...] = (*self.bands, *self.lines)
        return sorted({point.period: point.label for item in drawn for point in item.points}.items())

    def breaks(self) -> list[date]:
        """The starts of periods before which the series breaks."""
        return [mark.period for mark in self.marks if mark.kind == "break"]


@dataclass(frozen=True)
class Dot:
    """One area's figure with its 95% limits, where a single period is published."""

    name: str
    value: float
    lower: float | None = None
    upper: float | None = None
    role: str = "context"
    note: str = ""
    code: str = ""


@dataclass(frozen=True)
class Dots:
    """One period: a dot an area, highest first, with limits as whiskers. Words as in Chart."""

    title: str
    subtitle: str
    unit: str
    format: Format
    dots: tuple[Dot, ...]
    summary: str
    foot: str = ""


def extent(chart: Chart) -> list[float]:
    """Every value that a line chart draws: its points, bands, levels, and the limits of its focus."""
    values = [level.value for level in chart.levels]
    lines = [(line.points, line.role == "focus" and chart.intervals) for line in chart.lines]
    for points, shaded in (*lines, *((band.points, True) for band in chart.bands)):
        for point in points:
            seen = (point.value, point.lower, point.upper) if shaded else (point.value,)
            values += [value for value in seen if value is not None]
    return values or [0.0, 1.0]


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
