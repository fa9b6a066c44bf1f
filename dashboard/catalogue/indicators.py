"""Indicators: one SQL file each, with a TOML block in its leading comment.

Add `queries/<theme>/<name>.sql` and nothing else; every page, map, download and API answer follows.
"""

import re
import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from dashboard.catalogue import periods, sums

THEMES = {
    "transport": "Transport",
    "housing": "Housing",
    "employment": "Employment",
    "skills": "Skills",
    "economy": "Economy",
    "digital": "Digital",
    "people": "People",
    "environment": "Environment",
}
BETTER = ("higher", "lower", "neither")
AUDIENCES = ("public", "office")
STATISTICS = ("proportion", "rate", "estimate", "count", "ratio")

_BLOCK = re.compile(r"\A\s*/\*(?P<toml>.*?)\*/(?P<sql>.*)\Z", re.DOTALL)
_NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


class InvalidIndicator(ValueError):
    """An indicator file that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True)
class Break:
    """A break in a series: values before `since` are not comparable with those after it."""

    since: date
    reason: str


@dataclass(frozen=True)
class Indicator:
    """One indicator as its SQL file describes it.

    `sql` is one SELECT giving area_code, period and value, and optionally lower, upper,
    numerator, denominator and status. `unit` is a full phrase for an axis. With `sum_of` the file's SELECT
    is of what is published, and `sql` adds what its parts sum up to (see sums).
    """

    theme: str
    name: str
    sql: str
    title: str
    question: str
    unit: str
    period: str
    better: str
    audience: str
    decimals: int
    owner: str
    reviewed: date
    method: str
    caveat: str
    prefix: str = ""
    suffix: str = ""
    headline: bool = False
    order: int = 100
    statistic: str = "estimate"
    per: int = 0
    seasonal: bool = False
    sum_of: str = ""
    breaks: tuple[Break, ...] = ()

    @property
    def id(self) -> str:
        """The identifier used in addresses and downloads: "housing/affordability_ratio"."""
        return f"{self.theme}/{self.name}"

    def period_label(self, start: date) -> str:
        """The words for the period that begins on `start`."""
        return periods.label(self.period, start)

    def period_phrase(self, start: date) -> str:
        """The period that begins on `start` inside a sentence: "in 2023", "on 1 Apr 2026"."""
        return periods.phrase(self.period, start)

    def format(self, value: float | None) -> str:
        """`value` as a reader sees it ("£589.30", "71.9%"); an en dash where there is no figure."""
        if value is None or value != value:
            return "–"
        number = f"{abs(value):,.{self.decimals}f}"
        sign = "−" if value < 0 and float(number.replace(",", "")) != 0 else ""
        return f"{sign}{self.prefix}{number}{self.suffix}"


_DERIVED = {"theme", "name", "sql"}
_TYPES = {f.name: f.type for f in fields(Indicator) if f.name not in _DERIVED}
_OPTIONAL = {"prefix", "suffix", "headline", "order", "statistic", "per", "seasonal", "sum_of", "breaks"}
_REQUIRED = [name for name in _TYPES if name not in _OPTIONAL]


def load_indicators(folder: Path, audience: str = "office") -> dict[str, Indicator]:
    """Every indicator under `folder` that `audience` may see, by id, in theme and then `order`.

    The office sees public indicators too. Raises InvalidIndicator for the first bad file.
    """
    found = [read_indicator(path) for path in sorted(folder.glob("*/*.sql"))]
    visible = [item for item in found if audience == "office" or item.audience == "public"]
    themes = list(THEMES)
    visible.sort(key=lambda item: (themes.index(item.theme), item.order, item.title))
    return {item.id: item for item in visible}


def read_indicator(path: Path) -> Indicator:
    """The indicator in the file at `path`. Raises InvalidIndicator, naming the file and what to do."""
    where = f"queries/{path.parent.name}/{path.name}"
    parts = _BLOCK.match(path.read_text(encoding="utf-8"))
    if parts is None:
        raise InvalidIndicator(f"{where}: begin the file with a /* ... */ comment that holds its metadata")
    try:
        metadata = tomllib.loads(parts["toml"])
    except tomllib.TOMLDecodeError as error:
        raise InvalidIndicator(f"{where}: mend the TOML in the leading comment: {error}") from error
    _check(where, path, metadata)
    metadata["breaks"] = tuple(Break(**item) for item in metadata.get("breaks", ()))
    sql = parts["sql"].strip().rstrip(";").strip()
    if not sql:
        raise InvalidIndicator(f"{where}: add a SELECT after the metadata")
    found = Indicator(theme=path.parent.name, name=path.stem, sql=sql, **metadata)
    return (
        replace(found, sql=sums.with_sums(sql, found.sum_of, found.statistic, found.per))
        if found.sum_of
        else found
    )


def _check(where: str, path: Path, metadata: dict) -> None:
    if path.parent.name not in THEMES:
        raise InvalidIndicator(f"{where}: move the file into a theme: {', '.join(THEMES)}")
    if not _NAME.fullmatch(path.stem):
        raise InvalidIndicator(f"{where}: rename the file to lower case words joined by _")
    if missing := [name for name in _REQUIRED if name not in metadata]:
        raise InvalidIndicator(f"{where}: add {', '.join(missing)} to its metadata")
    if unknown := [name for name in metadata if name not in _TYPES]:
        raise InvalidIndicator(f"{where}: remove {', '.join(unknown)}, which is no metadata key")
    _check_types(where, metadata)
    for key, allowed in (
        ("period", periods.KINDS),
        ("better", BETTER),
        ("audience", AUDIENCES),
        ("statistic", STATISTICS),
        ("sum_of", sums.PARTS),
    ):
        if metadata.get(key, allowed[0]) not in allowed:
            raise InvalidIndicator(f"{where}: set {key} to one of: {', '.join(allowed)}")
    if "sum_of" in metadata and metadata.get("statistic") not in sums.STATISTICS:
        raise InvalidIndicator(
            f"{where}: remove sum_of, or set statistic to one of: {', '.join(sums.STATISTICS)}"
        )


def _check_types(where: str, metadata: dict) -> None:
    for key, value in metadata.items():
        wanted = _TYPES[key]
        if key == "breaks":
            if not all(set(item) == {"since", "reason"} and type(item["since"]) is date for item in value):
                raise InvalidIndicator(f"{where}: give each of its breaks a since date and a reason")
        elif type(value) is not wanted:
            raise InvalidIndicator(f"{where}: write {key} as {wanted.__name__}, not {value!r}")
        elif wanted is str and key not in ("prefix", "suffix") and not value.strip():
            raise InvalidIndicator(f"{where}: fill in {key}")
