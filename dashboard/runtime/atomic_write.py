"""A file that is written whole or not at all: beside, kept on disk, then swapped in."""

import os
import tempfile
from pathlib import Path


def write_text(path: Path, text: str, mode: int = 0o644) -> None:
    """Write `text` to `path` in UTF-8, as write_bytes does."""
    write_bytes(path, text.encode("utf-8"), mode)


def write_bytes(path: Path, raw: bytes, mode: int = 0o644) -> None:
    """Write `raw` to `path`: a reader sees the old file or the new, also after a power cut.

    The folder is made where there is none; `mode` are the rights of the file. Raises OSError as the disk
    does, which names `path`, and leaves nothing behind.
    """
    beside = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".new")
        with os.fdopen(number, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, mode)
        os.replace(beside, path)
    except BaseException as error:
        if beside:
            os.unlink(beside)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None
        raise
