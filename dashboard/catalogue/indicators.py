"""Indicators: one SQL file each, with a TOML block in its leading comment.

Add `queries/<theme>/<name>.sql` and nothing else; every page, map, download and API answer follows.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dashboard.catalogue import carried, gaps, sums
from dashboard.catalogue.elsewhere import Elsewhere, read_elsewhere
from dashboard.catalogue.indicator import AUDIENCES, BETTER, STATISTICS, THEMES, Break, Groups, Indicator
from dashboard.catalogue.metadata_faults import WHERE, faults

__all__ = [
    "AUDIENCES",
    "BETTER",
    "STATISTICS",
    "THEMES",
    "Break",
    "Indicator",
    "InvalidIndicator",
    "load_indicators",
    "read_indicator",
]

_BLOCK = re.compile(r"\A\s*/\*(?P<toml>.*?)\*/(?P<sql>.*)\Z", re.DOTALL)
_NAME = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


class InvalidIndicator(ValueError):
    """Indicator files that cannot be used; the message has a line for each: the file and what to do."""


def load_indicators(
    folder: Path, audience: str = "office", faulty: dict[str, str] | None = None
) -> dict[str, Indicator]:
    """Every indicator under `folder` that `audience` may see, by id, in theme and then `order`.

    The office sees public indicators too. Raises InvalidIndicator, which names every bad file; with `faulty`
    these are left out and told there (id -> sentence).
    """
    found, refused = [], list(out_of_place(folder)) if faulty is None else []
    for path in sorted(folder.glob("*/*.sql")):
        try:
            found.append(read_indicator(path))
        except InvalidIndicator as error:
            if faulty is None:
                refused.append(str(error))
            else:
                faulty[f"{path.parent.name}/{path.stem}"] = str(error)
    if refused:
        raise InvalidIndicator("\n".join(refused))
    visible = [item for item in found if audience == "office" or item.audience == "public"]
    themes = list(THEMES)
    visible.sort(key=lambda item: (themes.index(item.theme), item.order, item.title))
    return {item.id: item for item in visible}


def read_indicator(path: Path) -> Indicator:
    """The indicator in the file at `path`. Raises InvalidIndicator: the file and all that is to do."""
    where = f"queries/{path.parent.name}/{path.name}"
    try:
        text = path.read_text(encoding="utf-8-sig")  # Notepad puts a mark before what it saves
    except UnicodeDecodeError as error:
        raise InvalidIndicator(f"{where}: save the file as UTF-8") from error
    parts = _BLOCK.match(text)
    if parts is None:
        raise InvalidIndicator(f"{where}: begin the file with a /* ... */ comment that holds its metadata")
    try:
        metadata = tomllib.loads(parts["toml"])
    except tomllib.TOMLDecodeError as error:
        raise InvalidIndicator(f"{where}: mend the TOML in the leading comment: {error}") from error
    sql = parts["sql"].strip().rstrip(";").strip()
    if wrong := [*_misplaced(path), *faults(metadata), *([] if sql else ["add a SELECT after the metadata"])]:
        raise InvalidIndicator(f"{where}: {'; '.join(wrong)}")
    metadata["breaks"] = tuple(Break(**item) for item in metadata.get("breaks", ()))
    if "groups" in metadata:
        metadata["groups"] = Groups(**metadata["groups"])
    if "elsewhere" in metadata:
        fields = {"address": ""} | read_elsewhere(metadata["elsewhere"], WHERE)
        metadata["elsewhere"] = Elsewhere(publisher="", **fields)
    found = Indicator(theme=path.parent.name, name=path.stem, sql=sql, **metadata)
    if found.groups:
        return replace(found, sql=gaps.gap(sql, found.groups.better, found.groups.limits))
    if found.sum_of:
        return replace(found, sql=sums.with_sums(sql, found.sum_of, found.statistic, found.per))
    return replace(found, sql=carried.carry(sql, found.carried_from)) if found.carried_from else found


def out_of_place(folder: Path) -> Iterator[str]:
    """A line for each query that lies in no theme's folder, or is called .SQL: nobody would look for it."""
    queries = {path for path in folder.rglob("*") if path.suffix.lower() == ".sql"}
    for path in sorted(queries - {*folder.glob("*/*.sql")}):
        where, name = path.relative_to(folder).as_posix(), f"{path.stem}.sql"
        yield f"queries/{where}: move the file into a theme: queries/<theme>/{name}"


def _misplaced(path: Path) -> Iterator[str]:
    if path.parent.name not in THEMES:
        yield f"move the file into a theme: {', '.join(THEMES)}"
    if not _NAME.fullmatch(path.stem):
        yield "rename the file to lower case words joined by _"
