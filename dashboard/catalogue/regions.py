"""City regions: the files of data/regions, one each.

A city region is what its file says: its name, what kind of body answers for it, its counties and districts,
since when, and whether it has a mayor. One that ONS gives no code has its file's name as its code, which
nobody can take for one of ONS's. Of any other kind than OFFICIAL_KINDS, it is an area that somebody here
made.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import category

from dashboard.catalogue.reading.toml_file import misnamed, read_toml

COMBINED = ("combined authority", "combined county authority")
LONDON = "Greater London Authority"
OFFICIAL_KINDS = (*COMBINED, LONDON)
CITY_REGION, OWN_AREA = "city_region", "own_area"  # their levels among the areas

_CODE = re.compile(r"[A-Z]\d{8}")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MOST = 60  # letters of a file's name


class InvalidRegion(ValueError):
    """A file of data/regions that cannot be used; the message names it and what to do."""


@dataclass(frozen=True)
class CityRegion:
    """What one file says. `since` is a year or a day, as written; `mayor` None where nobody said.

    `counties` and `districts` are ONS codes: a county stands for all of its districts.
    """

    code: str
    file: str
    name: str
    kind: str
    since: str = ""
    mayor: bool | None = None
    first_election: str = ""
    source: str = ""
    other_names: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """Its level among the areas: one that is made here is never counted among the city regions."""
        return CITY_REGION if self.kind in OFFICIAL_KINDS else OWN_AREA

    @property
    def parts(self) -> tuple[str, ...]:
        """The codes that it is made of."""
        return (*self.counties, *self.districts)


_TYPES: dict[str, Any] = {
    "name": str, "code": str, "kind": str, "since": (int, date), "mayor": bool, "first_election": str,
    "source": str, "other_names": list, "counties": list, "districts": list,
}  # fmt: skip
_NEEDED = ("name", "kind")


def load_regions(folder: Path) -> tuple[CityRegion, ...]:
    """The city regions of the files in `folder`, by file; none without the folder. Raises InvalidRegion."""
    for path, name in misnamed(folder, ".toml").items():
        raise InvalidRegion(f"data/regions/{path.name}: rename it to {name}, else it is not read")
    found = tuple(read_region(path) for path in sorted(folder.glob("*.toml")))
    for key in ("code", "name"):
        once: dict[str, str] = {}
        for region in found:
            if (first := once.setdefault(getattr(region, key), region.file)) != region.file:
                raise InvalidRegion(
                    f"{_file(region.file)}: {first}.toml has the {key} {getattr(region, key)!r} too; "
                    "give each its own"
                )
    return found


def read_region(path: Path) -> CityRegion:
    """The city region of the file at `path`. Raises InvalidRegion, in one sentence."""
    where = _file(path.stem)
    try:
        given = read_toml(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidRegion(f"{where}: mend its TOML: {error}") from error
    _check(where, path.stem, given)
    lists = {key: tuple(given.get(key, ())) for key in ("other_names", "counties", "districts")}
    since = str(given.get("since", ""))
    return CityRegion(**{"code": path.stem} | given | lists | {"file": path.stem, "since": since})


def version(regions: Iterable[CityRegion]) -> str:
    """A digest of `regions`; empty for none."""
    found = "\n".join(map(repr, regions))
    return hashlib.sha256(found.encode()).hexdigest() if found else ""


def _check(where: str, stem: str, given: dict[str, Any]) -> None:
    if missing := [key for key in _NEEDED if not given.get(key)]:
        raise InvalidRegion(f"{where}: add {' and '.join(missing)}")
    if unknown := sorted(given.keys() - _TYPES.keys()):
        raise InvalidRegion(f"{where}: remove {', '.join(unknown)}, which is not among {', '.join(_TYPES)}")
    for key, value in given.items():
        if not isinstance(value, _TYPES[key]) or (isinstance(value, bool) and key != "mayor"):
            raise InvalidRegion(f"{where}: {key} = {value!r} is not of its kind; see docs/regions.md")
        texts = value if isinstance(value, list) else [value]
        if wrong := [text for text in texts if isinstance(value, list | str) and not _is_readable(text)]:
            raise InvalidRegion(
                f"{where}: {wrong[0]!r} of {key} is not a text in quotation marks that can be seen whole"
            )
    parts = [*given.get("counties", ()), *given.get("districts", ())]
    if not parts or len(set(parts)) < len(parts):
        raise InvalidRegion(f"{where}: list the codes of its counties and districts, each once")
    if wrong := [code for code in parts if not (isinstance(code, str) and _CODE.fullmatch(code))]:
        raise InvalidRegion(f"{where}: {wrong[0]!r} is no ONS code; give one such as E08000001")
    if "code" in given and not _CODE.fullmatch(given["code"]):
        raise InvalidRegion(f"{where}: {given['code']!r} is no ONS code; give one, or leave code out")
    if not _SLUG.fullmatch(stem) or len(stem) > _MOST or _CODE.fullmatch(stem.upper()):
        raise InvalidRegion(
            f"{where}: call the file by the region's name, in lower case letters, digits and hyphens"
        )
    if given.get("mayor") and given.get("first_election"):
        raise InvalidRegion(f"{where}: it has a mayor; remove first_election")


def _is_readable(text: object) -> bool:
    """Whether it is a text that every file can hold: with a control character XML is none."""
    return isinstance(text, str) and not any(category(letter).startswith("C") for letter in text)


def _file(stem: str) -> str:
    return f"data/regions/{stem}.toml"


COLUMNS = tuple(field.name for field in fields(CityRegion))
