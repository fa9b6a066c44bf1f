"""The files a source is read from: found, weighed, named by their content, and handed over alone."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.ingest import adapters
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.weight import weigh

VIEW = "sources-"  # how the folders that hold one source's files are called


@dataclass(frozen=True)
class Inputs:
    """`files`: path inside the folder of sources -> sha256 of what it holds."""

    folder: Path
    files: dict[str, str]

    @contextmanager
    def view(self) -> Iterator[Path]:
        """A folder that holds these files and no others, so that nothing undeclared can be read."""
        with tempfile.TemporaryDirectory(prefix=VIEW) as held:
            for name in self.files:
                link = Path(held) / name
                link.parent.mkdir(parents=True, exist_ok=True)
                _lend((self.folder / name).resolve(), link)
            yield Path(held)


def _lend(file: Path, at: Path) -> None:
    """Let `file` be read at `at`: by a link, else (Windows keeps links for administrators) as a copy."""
    try:
        os.symlink(file, at)
    except (OSError, NotImplementedError):
        shutil.copyfile(file, at)


def inputs_of(source: Source, folder: Path, known: dict[Path, str]) -> Inputs:
    """What `source` reads, by its adapter. Raises Refused for a file that is absent or far too large.

    `known` remembers digests for the length of one run: several sources share the geography files.
    """
    paths = adapters.inputs(source, folder)
    for path in paths:
        if path not in known:
            known[path] = _digest(path)
    return Inputs(folder, {path.relative_to(folder).as_posix(): known[path] for path in paths})


def _digest(path: Path) -> str:
    weigh(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
