"""The register as the audit reads it: a source's form, what tells its rows apart, and what adds up."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.catalogue.totals import Totals, read_totals


@dataclass(frozen=True)
class Registered:
    """`format` is the ending of the source's file in capitals, `key` the columns that tell its rows apart;
    `totals` what of it adds up, `to` the last year it covers, `embargo_until` when its next release may be
    shown; all empty where the register does not say."""

    format: str = ""
    key: tuple[str, ...] = ()
    totals: Totals = field(default_factory=Totals)
    to: int | None = None
    embargo_until: datetime | None = None


UNREGISTERED = Registered()


def read_registered(path: Path) -> Registered:
    """What the entry at `path` (data/sources/<dataset>.toml) says; empty where there is no such file. Raises
    ValueError and what else a slip leads to."""
    if not path.exists():
        return UNREGISTERED
    given = read_toml(path)
    key = given.get("options", {}).get("key", ())
    form = str(given.get("path", "")).rpartition(".")[2].upper()
    totals = read_totals(given.get("totals", {}))
    to = given.get("expected", {}).get("to")
    return Registered(form, tuple(key), totals, to, given.get("embargo_until"))
