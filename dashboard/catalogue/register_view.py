"""The register as the audit reads it: in what form a source comes, and which columns tell its rows apart."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Registered:
    """`format` is the ending of the source's file in capitals, `key` the columns that tell its rows apart;
    both empty where the register does not say."""

    format: str = ""
    key: tuple[str, ...] = ()


def registered(folder: Path, dataset: str) -> Registered:
    """What data/sources/<dataset>.toml in `folder` says; empty where there is no such file."""
    path = folder / f"{dataset}.toml"
    if not path.exists():
        return Registered()
    given = tomllib.loads(path.read_text("utf-8"))
    key = given.get("options", {}).get("key", ())
    return Registered(str(given.get("path", "")).rpartition(".")[2].upper(), tuple(key))
