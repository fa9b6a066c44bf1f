"""Assets: what a local team registers itself in data/assets/<name>.toml, held here or only described."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.catalogue.cadences import OF_ASSETS
from dashboard.catalogue.indicators import AUDIENCES, THEMES
from dashboard.catalogue.reading.toml_file import read_toml

HELD = ("held", "described")
FORMATS = (
    "CSV",
    "XLSX",
    "PDF",
    "JSON",
    "GEOJSON",
    "PARQUET",
    "ODS",
    "XML",
    "HTML",
    "API",
    "database",
    "paper",
)


class InvalidAsset(ValueError):
    """An asset's file that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True)
class Asset:
    """A data asset as its team describes it. `meets` names needs of data/needs.toml that it meets.

    `checked` is the day on which somebody compared the description with what the publisher says.
    """

    name: str
    title: str
    owner: str
    publisher: str
    description: str
    theme: str
    status: str
    licence: str
    format: str
    cadence: str
    audience: str
    coverage: str
    meets: tuple[str, ...] = ()
    address: str = ""
    caveat: str = ""
    updated: date | None = None
    checked: date | None = None

    @property
    def unchecked(self) -> str:
        """Says that a description of what is not held is our own; "" where it was checked, or is held."""
        if self.checked or self.status == "held":
            return ""
        return "Described by us and not checked with its publisher"


_TYPES: dict[str, Any] = {field.name: field.type for field in fields(Asset)}
_TYPES |= {"meets": list, "updated": date, "checked": date}
_OPTIONAL = {"meets", "address", "caveat", "updated", "checked"}
_CHOICES = {
    "theme": tuple(THEMES), "status": HELD, "format": FORMATS, "cadence": OF_ASSETS, "audience": AUDIENCES,
}  # fmt: skip


def load_assets(folder: Path, needs: set[str]) -> tuple[list[Asset], list[str]]:
    """The assets registered in `folder`, by title, and one sentence for each file that cannot be used.

    One bad file hides only itself. `needs` are the needs that an asset may say it meets.
    """
    found, refused = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(read_asset(path, needs))
        except InvalidAsset as error:
            refused.append(str(error))
    return sorted(found, key=lambda asset: asset.title), refused


def read_asset(path: Path, needs: set[str]) -> Asset:
    """The asset in the file at `path`. Raises InvalidAsset, in one sentence."""
    where = f"data/assets/{path.name}"
    try:
        given = read_toml(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidAsset(f"{where}: mend its TOML: {error}") from error
    _check_keys(where, given)
    for key, allowed in _CHOICES.items():
        if given[key] not in allowed:
            raise InvalidAsset(f"{where}: set {key} to one of: {', '.join(allowed)}; it says {given[key]!r}")
    if unknown := [str(name) for name in given.get("meets", []) if name not in needs]:
        raise InvalidAsset(
            f"{where}: {', '.join(unknown)} in meets is no need of data/needs.toml; correct it"
        )
    return Asset(**given | {"name": path.stem, "meets": tuple(given.get("meets", []))})


def _check_keys(where: str, given: dict[str, Any]) -> None:
    known = [name for name in _TYPES if name != "name"]
    if missing := [name for name in known if name not in given and name not in _OPTIONAL]:
        raise InvalidAsset(f"{where}: add {', '.join(missing)}")
    if unknown := [name for name in given if name not in known]:
        raise InvalidAsset(f"{where}: remove {', '.join(unknown)}, which is not among {', '.join(known)}")
    for name, value in given.items():
        if type(value) is not _TYPES[name]:
            raise InvalidAsset(f"{where}: write {name} as {_TYPES[name].__name__}, not {value!r}")
        if value == "" and name not in _OPTIONAL:
            raise InvalidAsset(f"{where}: fill in {name}")
