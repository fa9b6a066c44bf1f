"""Slips in the files that stand beside the figures (data/*.toml): pages leave such a file out."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_SLIPS = (ValueError, TypeError, AttributeError, LookupError, OSError)  # whatever a reader stumbles over
_log = logging.getLogger("dashboard.files")


def slip_in(read: Callable[[Path], object], path: Path) -> str:
    """What is wrong with the file at `path`, in a sentence that names it; "" where `read` can use it."""
    try:
        read(path)
    except _SLIPS as error:
        said = str(error)
        return said if path.name in said.partition(":")[0] else f"{path.name}: it cannot be used: {said}"
    return ""


def without_slips(read: Callable[[Path], T], path: Path) -> T | None:
    """What `read` makes of the file at `path`; None where it cannot be used, and a line in the log."""
    try:
        return read(path)
    except _SLIPS as error:
        _log.error("%s is left out until it is mended: %s", path, error)
        return None
