"""Files in the folder of sources that no register entry reads, and why those that are known are not read."""

import tomllib
from pathlib import Path

from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.ingest import adapters
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source


def unread(sources: list[Source], folder: Path, register: Path) -> list[str]:
    """The files inside `folder`, by path, that none of `sources` reads and `register` gives no reason for.

    Files that a refresh keeps for itself (their names begin with a dot) are not meant.
    """
    read = set(not_read(register))
    for source in sources:
        try:
            read |= {path.relative_to(folder).as_posix() for path in adapters.inputs(source, folder)}
        except Refused:
            continue  # the run itself says what is missing
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("[!.]*") if path.is_file()}
    return sorted(files - read)


def not_read(register: Path) -> dict[str, str]:
    """path -> the reason why it is no source of figures, by not_read.toml beside the folder of entries.
    Raises Refused."""
    path = register.parent / "not_read.toml"
    try:
        return read_toml(path) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise Refused(path, f"is not valid TOML ({error}), correct it") from error
