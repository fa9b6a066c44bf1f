"""Indicators: one SQL file each, with a TOML block in its leading comment.

Add `queries/<theme>/<name>.sql` and nothing else; every page, map, download and API answer follows.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dashboard.catalogue import carried, gaps, same_as, sums
from dashboard.catalogue.elsewhere import Elsewhere, read_elsewhere
from dashboard.catalogue.indicator import AUDIENCES, BETTER, STATISTICS, THEMES, Break, Groups, Indicator
from dashboard.catalogue.metadata_faults import WHERE, faults
from dashboard.catalogue.reading.toml_file import edited_text, misnamed, toml_of

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
    """The indicator in the file at `path`, which lies in the folder of a theme. What it takes from another
    (see same_as) is in it. Raises InvalidIndicator: the file and all that is to do."""
    metadata, sql = read_parts(path)
    wrong = [
        *_misplaced(path),
        *same_as.fill_in(metadata, lambda name: _metadata_of(path.parent.parent / f"{name}.sql")),
        *faults(metadata),
        *([] if sql else ["add a SELECT after the metadata"]),
    ]
    if wrong:
        raise InvalidIndicator(f"{_where(path)}: {'; '.join(wrong)}")
    metadata["breaks"] = tuple(Break(**item) for item in metadata.get("breaks", ()))
    if "groups" in metadata:
        metadata["groups"] = Groups(**metadata["groups"])
    if "elsewhere" in metadata:
        fields = {"address": ""} | read_elsewhere(metadata["elsewhere"], WHERE)
        metadata["elsewhere"] = Elsewhere(publisher="", **fields)
    if metadata.get("from_counts"):
        sql = sums.from_counts(sql, metadata["statistic"], metadata.get("per", 0))
    found = Indicator(theme=path.parent.name, name=path.stem, sql=sql, **metadata)
    if found.groups:
        return replace(found, sql=gaps.gap(sql, found.groups.better, found.groups.limits))
    if found.sum_of:
        return replace(found, sql=sums.with_sums(sql, found.sum_of, found.statistic, found.per))
    return replace(found, sql=carried.carry(sql, found.carried_from)) if found.carried_from else found


def read_parts(path: Path) -> tuple[dict[str, Any], str]:
    """The metadata of the file at `path` as they stand there, and its SELECT. Raises InvalidIndicator."""
    try:
        text = edited_text(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidIndicator(f"{_where(path)}: {error}") from error
    parts = _BLOCK.match(text)
    if parts is None:
        raise InvalidIndicator(
            f"{_where(path)}: begin the file with a /* ... */ comment that holds its metadata"
        )
    try:
        metadata = toml_of(parts["toml"])
    except tomllib.TOMLDecodeError as error:
        raise InvalidIndicator(f"{_where(path)}: mend the TOML in the leading comment: {error}") from error
    return metadata, parts["sql"].strip().rstrip(";").strip()


def taken_from(folder: Path, name: str) -> dict[str, list[str]]:
    """Which words of the indicator `name` others in `folder` take (see same_as): key -> their ids."""
    every = (
        (f"{path.parent.name}/{path.stem}", _metadata_of(path)) for path in sorted(folder.glob("*/*.sql"))
    )
    return same_as.takers(name, ((other, said) for other, said in every if said))


def out_of_place(folder: Path) -> Iterator[str]:
    """A line for each query that lies in no theme's folder, or is called .SQL or .sql.txt: nobody would look
    for it."""
    renamed = misnamed(folder, ".sql")
    for path in sorted({*folder.rglob("*.sql"), *renamed} - {*folder.glob("*/*.sql")}):
        where, name = path.relative_to(folder), renamed.get(path, path.name)
        move = f"move the file into a theme: queries/<theme>/{name}"
        yield f"queries/{where.as_posix()}: {move if len(where.parts) != 2 else f'rename the file to {name}'}"


def _metadata_of(path: Path) -> dict[str, Any] | None:
    try:
        return read_parts(path)[0]
    except (OSError, InvalidIndicator):  # what is wrong with that file is said of that file
        return None


def _misplaced(path: Path) -> Iterator[str]:
    if path.parent.name not in THEMES:
        yield f"move the file into a theme: {', '.join(THEMES)}"
    if not _NAME.fullmatch(path.stem):
        yield "rename the file to lower case words joined by _"


def _where(path: Path) -> str:
    return f"queries/{path.parent.name}/{path.name}"
