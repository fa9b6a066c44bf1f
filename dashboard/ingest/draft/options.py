"""What a person adds to a draft on the command line: options of the entry, and which files are one."""

import re
import tomllib
from pathlib import Path
from typing import Any

from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import meant

_NUMBERS = {"header", "headers", "times"}  # of the options; what else looks like a number is a text: a year
_PART_OF_A_DATE = re.compile(r"(?<!\d)(19|20)\d{2}([-_]?(0[1-9]|1[0-2]|[qQ][1-4]))?(?!\d)")


def read_options(given: list[str]) -> dict[str, Any]:
    """“period=2025-03-31” and “levels=['district', 'ward']” as options. Raises Refused for other words."""
    found: dict[str, Any] = {}
    for text in given:
        key, parted, value = text.partition("=")
        if not parted or not key.strip():
            raise Refused(text, "is no option, write it as --option KEY=VALUE")
        found[key.strip()] = _value(key.strip(), value.strip())
    return found


def _value(key: str, text: str) -> Any:
    try:
        value = tomllib.loads(f"given = {text}")["given"]
    except tomllib.TOMLDecodeError as error:
        if text[:1] in ("{", "["):
            raise Refused(f"{key}={text}", f"is not valid TOML ({error}), correct it") from error
        return text
    kept = isinstance(value, str | bool | list | dict) or (key in _NUMBERS and isinstance(value, int | float))
    return value if kept else text


def apply_options(draft: SourceDraft, options: dict[str, Any]) -> None:
    """Takes `options` into `draft`, and what they answer off what is asked."""
    draft.options |= options
    if "series" in options and len(draft.units) == 1:
        draft.units = {str(options["series"]): next(iter(draft.units.values()))}
    draft.asks = [
        ask for ask in draft.asks if not any(re.search(rf"options\.{key}\b", ask) for key in options)
    ]


def pattern_of_file(file: Path, folder: Path) -> tuple[str, int]:
    """The path in `folder` that means `file` and those named like it but for their dates, and how many."""
    path = file.relative_to(folder).as_posix()
    pattern = _PART_OF_A_DATE.sub("*", path)
    found = meant(folder, pattern)
    return (pattern, len(found)) if file in found else (path, 1)
