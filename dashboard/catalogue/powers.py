"""Powers: who decides about each theme, by law, and who else to ask (data/powers.toml)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.catalogue.regions import COMBINED, LONDON, CityRegion

_KINDS = ("mayor", "london", "ask")
_KEYS = {"said", "source", "who", "only", "read", "read_at"}
_READ = ("provision", "excerpt")


class InvalidPower(ValueError):
    """An entry of data/powers.toml that cannot be used; the message names it and what to do."""


@dataclass(frozen=True)
class Power:
    """What somebody decides, as a sentence for the public, and the law or official page that says so.

    `who` is whom to ask, "" for the mayor; `only` are the codes of regions that it holds for, empty for all;
    `read` is how much somebody read (the provision or an excerpt), "" for nothing: of the source, or of
    `read_at`, another official page, where the source itself could not be opened.
    """

    summary: str
    source: str
    who: str = ""
    only: tuple[str, ...] = ()
    read: str = ""
    read_at: str = ""


@dataclass(frozen=True)
class Deciders:
    """Of one theme: what a mayor of a combined authority decides, what London's does, and who else to ask."""

    mayor: tuple[Power, ...] = ()
    london: tuple[Power, ...] = ()
    ask: tuple[Power, ...] = ()

    def of(self, region: CityRegion) -> tuple[Power, ...]:
        """What the region's own mayor decides; nothing where none is elected."""
        if not region.mayor:
            return ()
        held = self.london if region.kind == LONDON else self.mayor if region.kind in COMBINED else ()
        return tuple(item for item in held if not item.only or region.code in item.only)


def load_powers(path: Path) -> dict[str, Deciders]:
    """The Deciders of each theme in the file at `path`; none without a file. Raises InvalidPower."""
    if not path.exists():
        return {}
    try:
        given = read_toml(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidPower(f"{path.name}: mend its TOML: {error}") from error
    if unknown := sorted(given.keys() - THEMES.keys()):
        raise InvalidPower(f"{path.name}: {', '.join(unknown)} is no theme; use: {', '.join(THEMES)}")
    return {theme: _deciders(path.name, theme, entry) for theme, entry in given.items()}


def _deciders(file: str, theme: str, entry: Any) -> Deciders:
    if not isinstance(entry, dict):
        raise InvalidPower(f"{file}: write {theme} as tables [[{theme}.mayor]]; use: {', '.join(_KINDS)}")
    if unknown := sorted(entry.keys() - set(_KINDS)):
        raise InvalidPower(f"{file}: remove {', '.join(unknown)} from [{theme}]; use: {', '.join(_KINDS)}")
    for kind, items in entry.items():
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise InvalidPower(f"{file}: write each {theme}.{kind} as a table [[{theme}.{kind}]]")
    found = {
        kind: tuple(_power(file, f"{theme}.{kind}", item) for item in entry.get(kind, ())) for kind in _KINDS
    }
    return Deciders(**found)


def _power(file: str, where: str, entry: dict[str, Any]) -> Power:
    if unknown := sorted(entry.keys() - _KEYS):
        raise InvalidPower(f"{file}: remove {', '.join(unknown)} from [[{where}]]")
    for key, value in entry.items():
        if key != "only" and not isinstance(value, str):
            raise InvalidPower(f"{file}: write {key} in [[{where}]] as a text in quotation marks")
        if key == "only" and not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise InvalidPower(f"{file}: write {key} in [[{where}]] as a list of codes")
    needed = ("said", "source", "who") if where.endswith(".ask") else ("said", "source")
    if missing := [key for key in needed if not entry.get(key)]:
        raise InvalidPower(f"{file}: add {', '.join(missing)} to [[{where}]]")
    for key in ("source", "read_at"):
        if not entry.get(key, "https://").startswith("https://"):
            raise InvalidPower(
                f"{file}: give the {key} in [[{where}]] as an address that begins with https://"
            )
    if entry.get("read", _READ[0]) not in _READ:
        raise InvalidPower(f"{file}: say in [[{where}]] what was read of its source: {' or '.join(_READ)}")
    given = {key: entry[key] for key in ("source", "who", "read", "read_at") if key in entry}
    return Power(entry["said"], only=tuple(entry.get("only", ())), **given)
