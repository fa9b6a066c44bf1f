"""Frameworks: what a mayor or a council is measured on, one file each in data/frameworks/<name>.toml.

Facts of a published framework, or of an office's own settlement. A target is written there or there is none.
"""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.catalogue.reading.toml_file import read_toml


class InvalidFramework(ValueError):
    """A framework's file that cannot be used; the message names the file and what to do, in one sentence."""


@dataclass(frozen=True)
class Measure:
    """One measure. `measured_by` and `partly_by` are ids of indicators, `lacking` what the second do not
    show, `holder` who could give it. `target` is in the unit of the first of `measured_by`, by `due`, on a
    path that begins on `since`; `aim` is what is aimed for where that is no figure with a date. `quoted`:
    the framework's own words."""

    pillar: str
    measure: str
    holder: str
    outcome: str = ""
    unit: str = ""
    measured_by: tuple[str, ...] = ()
    partly_by: tuple[str, ...] = ()
    lacking: str = ""
    aim: str = ""
    target: float | None = None
    due: date | None = None
    since: date | None = None
    source: str = ""
    quoted: str = ""

    @property
    def goal(self) -> tuple[float, date] | None:
        """The target with the day that it is due; None without one."""
        return None if self.target is None or self.due is None else (self.target, self.due)


@dataclass(frozen=True)
class Framework:
    """A framework with its measures. `regions` are the codes of the city regions that it is of (all where
    empty); `incomplete` says what of it is not held here."""

    name: str
    title: str
    publisher: str
    published: date
    audience: str
    applies_to: str
    source: str
    measures: tuple[Measure, ...]
    incomplete: str = ""
    address: str = ""
    regions: tuple[str, ...] = ()

    def of(self, region: str) -> bool:
        """Whether it is about the city region with this code."""
        return not self.regions or region in self.regions


_LISTS = ("measured_by", "partly_by", "regions")
_TYPES = {"published": date, "due": date, "since": date, "target": float, "measures": list}
_CALLED = {date: "a date, such as 2030-03-31", float: "a number", list: "a list", str: "a text"}
_OPTIONAL = {field.name for each in (Framework, Measure) for field in fields(each) if field.default == ""}


def load_frameworks(folder: Path, indicators: set[str] | None) -> tuple[list[Framework], list[str]]:
    """The frameworks in `folder`, by title, and one sentence for each file that cannot be used.

    One bad file hides only itself. `indicators` are the ids that a measure may name; None where whoever reads
    does not know all of them (the public process).
    """
    found, refused = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(read_framework(path, indicators))
        except InvalidFramework as error:
            refused.append(str(error))
    return sorted(found, key=lambda item: item.title), refused


def read_framework(path: Path, indicators: set[str] | None) -> Framework:
    """The framework in the file at `path`. Raises InvalidFramework, in one sentence."""
    where = f"data/frameworks/{path.name}"
    try:
        given = read_toml(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidFramework(f"{where}: mend its TOML: {error}") from error
    _check(where, given, Framework)
    if given["audience"] not in AUDIENCES:
        raise InvalidFramework(f"{where}: set audience to one of: {', '.join(AUDIENCES)}")
    if not given["measures"]:
        raise InvalidFramework(f"{where}: add a [[measures]] with its pillar, measure and holder")
    regions = tuple(given.get("regions", ()))
    measures = tuple(
        _measure(f"{where}, measure {number}", entry, indicators, bool(regions))
        for number, entry in enumerate(given["measures"], 1)
    )
    return Framework(**given | {"name": path.stem, "measures": measures, "regions": regions})


def _measure(where: str, given: Any, indicators: set[str] | None, own: bool) -> Measure:
    if not isinstance(given, dict):
        raise InvalidFramework(f"{where}: write it as a [[measures]] table")
    if type(given.get("target")) is int:
        given = given | {"target": float(given["target"])}
    _check(where, given, Measure)
    lists = {name: tuple(given.get(name, ())) for name in ("measured_by", "partly_by")}
    named = [name for names in lists.values() for name in names]
    if indicators is not None and (unknown := [name for name in named if name not in indicators]):
        raise InvalidFramework(f"{where}: {', '.join(unknown)} is no indicator; correct it or take it out")
    if lists["partly_by"] and not given.get("lacking"):
        raise InvalidFramework(f"{where}: say what is lacking, because it is measured only in part")
    if ("target" in given) != ("due" in given):
        raise InvalidFramework(f"{where}: give a target its due date, or write what is aimed for as aim")
    if "target" in given and not (lists["measured_by"] and own):
        raise InvalidFramework(
            f"{where}: a target needs measured_by, and the file the regions that it is for"
        )
    return Measure(**given | lists)


def _check(where: str, given: dict[str, Any], kind: type) -> None:
    """Refuse missing, unknown, empty and mistyped keys of `kind`."""
    known = [field.name for field in fields(kind) if field.name != "name"]
    needed = [name for name in known if name not in (*_OPTIONAL, *_LISTS, "target", "due", "since")]
    if missing := [name for name in needed if name not in given]:
        raise InvalidFramework(f"{where}: add {', '.join(missing)}")
    if unknown := [name for name in given if name not in known]:
        raise InvalidFramework(f"{where}: remove {', '.join(unknown)}, which is not among {', '.join(known)}")
    for name, value in given.items():
        wanted: Any = list if name in _LISTS else _TYPES.get(name, str)
        if type(value) is not wanted:
            raise InvalidFramework(f"{where}: write {name} as {_CALLED[wanted]}, not {value!r}")
        if name in _LISTS and not all(isinstance(item, str) for item in value):
            raise InvalidFramework(f"{where}: write {name} as a list of texts")
        if value == "":
            raise InvalidFramework(f"{where}: fill in {name}, or take it out")
