"""Kinds of file that a publisher always lays out alike: known by their headers, read as kinds.toml says."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from dashboard.ingest.tables.grids import Row, plain

_FILE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True)
class TableKind:
    """One table of kinds.toml; an empty one knows nothing."""

    name: str = ""
    headers: list[str] = field(default_factory=list)
    ignore: str = ""
    date: str = ""
    value: str = ""
    lower: str = ""
    upper: str = ""
    status: str = ""
    measure: str = ""
    adapter: str = ""
    only: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)

    def ignores(self, title: str) -> bool:
        """Whether a column of that title says nothing of the figure."""
        return bool(self.ignore) and bool(re.fullmatch(self.ignore, plain(title)))


@lru_cache(maxsize=1)
def kinds() -> tuple[TableKind, ...]:
    """Those that kinds.toml lists."""
    return tuple(TableKind(**given) for given in tomllib.loads(_FILE.read_text("utf-8"))["kinds"])


def kind_of_table(rows: list[Row]) -> tuple[TableKind, Row] | None:
    """The kind whose headers stand in one of the first `rows`, and that row; None where there is none."""
    for row in rows[:30]:
        head = {plain(cell) for cell in row[1]}
        for kind in kinds():
            if set(kind.headers) <= head:
                return kind, row
    return None
