"""A file that is written whole or not at all: beside, kept on disk, then swapped in."""

import os
import tempfile
from pathlib import Path


def write_text(path: Path, text: str, mode: int = 0o644) -> None:
    """Write `text` to `path` in UTF-8: a reader sees the old file or the new, also after a power cut.

    The folder is made where there is none; `mode` are the rights of the file. Raises OSError as the disk
    does, and leaves nothing behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    number, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, mode)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
