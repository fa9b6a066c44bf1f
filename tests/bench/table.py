"""One table: each measure of the product, its spread over the repeats, and a named baseline beside it."""

import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.parts import Part

PACKAGES = ("dash", "pandas", "duckdb", "polars", "gunicorn")


class Measured(tuple[float, ...]):
    """The values of every repeat; read as its median, with the smallest and the largest beside it."""

    def __new__(cls, values: Iterable[float]):
        return super().__new__(cls, values)

    @property
    def middle(self) -> float:
        """The median."""
        return median(self)

    def __str__(self) -> str:
        low, high = (_short(value) for value in (min(self), max(self)))
        return _short(self.middle) if len(self) == 1 else f"{_short(self.middle)} ({low}–{high})"


@dataclass(frozen=True)
class Row:
    """One line. `more` says whether a larger figure is better; `goal` is what the product is held to."""

    measure: str
    unit: str
    product: Measured
    baseline: str = ""
    other: Measured | None = None
    more: bool = False
    goal: str = ""

    def cells(self) -> Sequence[str]:
        """The line's cells; the ratio is how many times better the product is, so under 1 is worse."""
        ratio = ""
        if self.other is not None:
            a, b = self.product.middle, self.other.middle
            over, under = (a, b) if self.more else (b, a)
            ratio = f"{over / under:.1f}" if under else ""  # a page that does not jump: 0 has no ratio
        return (
            self.measure,
            self.unit,
            str(self.product),
            self.baseline,
            str(self.other or ""),
            ratio,
            self.goal,
        )


@dataclass(frozen=True)
class Written:
    """One part as the page has it: its lines, and when it was measured with what could not be."""

    name: str
    lines: tuple[str, ...]
    said: str

    @classmethod
    def of(cls, part: "Part") -> "Written":
        """What the page is to have of `part`."""
        lines = tuple(f"| {' | '.join(row.cells())} |" for row in part.rows)
        return cls(part.name, lines, f"{'. '.join([part.when, *part.notes])}.")


def markdown(parts: Iterable[Written]) -> str:
    """The page: on what it was measured, one table, then when each part was and what could not be."""
    parts = list(parts)
    head = ("measure", "unit", "product", "baseline", "its figure", "times better", "goal")
    lines = [f"| {' | '.join(head)} |", "|---|---|---|---|---|---|---|"]
    lines += [line for part in parts for line in part.lines]
    said = [f"- {part.name} ({len(part.lines)} lines): {part.said}" for part in parts]
    return "\n".join(["# Benchmarks", "", *machine(), "", *lines, "", *said, ""])


def written(page: str) -> dict[str, Written]:
    """The parts of a page as `markdown` wrote it, by name: the lines of its table belong to them in order."""
    lines = [line for line in page.splitlines() if line.startswith("| ")][1:]
    found, begin = {}, 0
    for name, count, said in re.findall(r"^- (\w+) \((\d+) lines\): (.*)$", page, re.MULTILINE):
        found[name] = Written(name, tuple(lines[begin : begin + int(count)]), said)
        begin += int(count)
    return found


def machine() -> list[str]:
    """What the figures rest on."""
    versions = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    return [
        "Made by `make bench`; do not edit. Median of the repeats (smallest–largest). “Times better” is the "
        "product against the baseline of the same run: under 1 the baseline is better.",
        "",
        f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}, {versions}."
        " A load average above the number of cores that the run itself does not make means that others "
        "shared the machine: read the processor times and the ratios then, not the rates.",
    ]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
