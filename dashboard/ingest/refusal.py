"""What the ingest says when it will not take a file."""

from collections.abc import Iterable
from pathlib import Path

# Files of rows rather than of lines of text.
_ROWS = (".xlsx", ".xlsm", ".xls", ".ods", ".parquet", ".rds", ".rdata", ".json", ".geojson")


class Refused(ValueError):
    """A source that cannot be published; the message is one sentence: which file, sheet and line or row, why.

    `unit`: what `line` counts, where it is not what files of that name count.
    """

    def __init__(
        self, where: Path | str, reason: str, line: int | None = None, sheet: str = "", unit: str = ""
    ):
        name = where.name if isinstance(where, Path) else where
        counted = unit or ("row" if name.lower().endswith(_ROWS) else "line")
        at = [name, *([f"sheet “{sheet}”"] if sheet else []), *([f"{counted} {line}"] if line else [])]
        super().__init__(f"{', '.join(at)}: {reason}")


def number(count: int, noun: str) -> str:
    """How many of what: "1 row", "1,200 rows"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def listed(values: Iterable[object], limit: int = 5) -> str:
    """The first few of `values` as words: "a, b and 7 more"."""
    words = [str(value) for value in values]
    shown, rest = words[:limit], len(words) - limit
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")
