"""Needs: what a mayor's duties need to know, theme by theme, and what would meet each (data/needs.toml)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.reading.toml_file import read_toml

_LISTS = ("met_by", "partly_by")
_KEYS = {"theme", "title", "why", "holder", "lacking", *_LISTS}


class InvalidNeed(ValueError):
    """An entry of data/needs.toml that cannot be used; the message names it and what to do."""


@dataclass(frozen=True)
class Need:
    """Something a mayor must know. `met_by` and `partly_by` name indicators ("housing/average_price") or
    datasets; `lacking` says what is still missing where it is only partly met; `holder` who is likely to
    hold it."""

    name: str
    theme: str
    title: str
    why: str
    holder: str
    met_by: tuple[str, ...] = ()
    partly_by: tuple[str, ...] = ()
    lacking: str = ""


def load_needs(path: Path) -> dict[str, Need]:
    """The needs in the file at `path`, by name, in its order; none without a file. Raises InvalidNeed."""
    if not path.exists():
        return {}
    try:
        given = read_toml(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidNeed(f"{path.name}: mend its TOML: {error}") from error
    return {name: _need(path.name, name, entry) for name, entry in given.items()}


def _need(file: str, name: str, entry: Any) -> Need:
    if not isinstance(entry, dict):
        raise InvalidNeed(f"{file}: write {name} as a table, [{name}]")
    if unknown := sorted(entry.keys() - _KEYS):
        raise InvalidNeed(f"{file}: remove {', '.join(unknown)} from [{name}]")
    for key, value in entry.items():
        if key not in _LISTS and not isinstance(value, str):
            raise InvalidNeed(f"{file}: write {key} of [{name}] as a text in quotation marks")
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise InvalidNeed(f"{file}: write {key} of [{name}] as a list of texts")
    if missing := [key for key in ("theme", "title", "why", "holder") if not entry.get(key)]:
        raise InvalidNeed(f"{file}: add {', '.join(missing)} to [{name}]")
    if entry["theme"] not in THEMES:
        raise InvalidNeed(f"{file}: set theme of [{name}] to one of: {', '.join(THEMES)}")
    if entry.get("partly_by") and not entry.get("lacking"):
        raise InvalidNeed(f"{file}: say in [{name}] what is lacking, because it is only partly met")
    lists = {key: tuple(entry.get(key, ())) for key in _LISTS}
    return Need(**entry | lists | {"name": name})
