"""The register: one TOML file per dataset says what it is, whose it is and how it is read."""

import tomllib
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dashboard.catalogue.reading.toml_file import edited_text, toml_of
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.rules import CHANGES, check_entry


@dataclass(frozen=True)
class Source:
    """One register entry. `path` is a file or a glob inside the source folder; `options` are the
    adapter's; `expected` says what coverage a good file has; `changes` how far a release may stray from
    the last; `counts` says how its counts came about (register/rules.py COUNTS; empty: not stated);
    `protection` completes `disclosure`; `coverage` says for which areas it is held, where its publisher has
    it for more (catalogue/elsewhere.py); `totals` says which figures add up to which (catalogue/totals.py);
    `size` by what the places that it names are known (ingest/tables/size.py); `download` has the addresses
    of the files
    themselves; `series` describes series that no file beside the data describes. Texts left empty are filled
    from such a file at ingest. `text` is the entry as it stands."""

    dataset: str
    licence: str
    path: str
    adapter: str
    cadence: str
    next_release: date | str
    owner: str
    audience: str
    disclosure: str
    title: str = ""
    publisher: str = ""
    address: str = ""
    description: str = ""
    caveat: str = ""
    counts: str = ""
    source_date: date | None = None
    experimental: bool | None = None
    embargo_until: datetime | None = None
    expected: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    series: list[dict[str, Any]] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)
    protection: dict[str, Any] = field(default_factory=dict)
    coverage: dict[str, Any] = field(default_factory=dict)
    totals: dict[str, Any] = field(default_factory=dict)
    size: dict[str, Any] = field(default_factory=dict)
    download: list[str] = field(default_factory=list)
    text: str = field(default="", repr=False)

    def under_embargo(self, now: datetime) -> bool:
        """Whether this release may not be published yet; what is published stays."""
        return self.embargo_until is not None and now < self.embargo_until

    def allows(self, change: str) -> float:
        """The share of CHANGES that this dataset's releases may have."""
        return float(self.changes.get(change, CHANGES[change]))

    @property
    def file(self) -> str:
        return f"{self.dataset}.toml"

    def files(self, folder: Path) -> list[Path]:
        """The files `path` means inside `folder`, by name; Refused when there is none."""
        found = meant(folder, self.path)
        if not found:
            raise Refused(self.path, f"there is no such file in {folder}, correct path in {self.file}")
        return found

    def all_of(self, folder: Path, patterns: tuple[str, ...]) -> list[Path]:
        """The files that each of `patterns` means inside `folder`; Refused for one that means none."""
        found = []
        for pattern in patterns:
            paths = meant(folder, pattern)
            if not paths:
                raise Refused(pattern, f"there is no such file in {folder}, {self.dataset} needs it")
            found += paths
        return found

    def beside(self, folder: Path, names: tuple[str, ...]) -> list[Path]:
        """The files `names` in the folder that `path` lies in."""
        home = Path(self.path).parent
        return self.all_of(folder, tuple((home / name).as_posix() for name in names))

    def one_file(self, folder: Path) -> Path:
        """The one file `path` means; Refused when there are several."""
        found = self.files(folder)
        if len(found) > 1:
            raise Refused(self.path, f"means {len(found)} files where {self.file} needs one")
        return found[0]


def meant(folder: Path, pattern: str) -> list[Path]:
    """The files that `pattern` means inside `folder`, by name. One that is called so is meant itself: its own
    name may hold brackets ("bins [final].csv")."""
    named = folder / pattern
    return [named] if named.is_file() else sorted(folder.glob(pattern))


def load_source(path: Path, adapters: tuple[str, ...]) -> Source:
    """The register entry in `path`; Refused, in one sentence, when it cannot be used."""
    try:
        text = edited_text(path)
        given = toml_of(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(path, f"is not valid TOML ({error}), correct it") from error
    check_entry(path, given, adapters, {f.name for f in fields(Source)} - {"dataset", "text"})
    return Source(dataset=path.stem, text=text, **given)
