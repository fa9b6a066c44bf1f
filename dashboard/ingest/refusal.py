"""What the ingest says when it will not take a file."""

from collections.abc import Iterable
from pathlib import Path


class Refused(ValueError):
    """A source that cannot be published; the message is one sentence: which file, which line, why."""

    def __init__(self, where: Path | str, reason: str, line: int | None = None):
        name = where.name if isinstance(where, Path) else where
        at = f"{name}, line {line}" if line else name
        super().__init__(f"{at}: {reason}")


def listed(values: Iterable[object], limit: int = 5) -> str:
    """The first few of `values` as words: "a, b and 7 more"."""
    words = [str(value) for value in values]
    shown, rest = words[:limit], len(words) - limit
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")
