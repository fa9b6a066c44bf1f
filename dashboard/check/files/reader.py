"""Reader: a file that somebody sends into a Draft, in memory alone, by a process that is stopped in time."""

import json
import os
import subprocess
import sys
import threading
from typing import Any

from dashboard.check.draft import Block, Draft, Unreadable
from dashboard.settings import ROOT

LARGEST = 20_000_000  # bytes of a file
SECONDS = 15.0
_AT_A_TIME = threading.BoundedSemaphore(2)
_KEPT = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "VIRTUAL_ENV")  # and no secret of the office


def read(file: bytes, name: str) -> Draft:
    """The draft in `file`, called `name`. Raises Unreadable, in a sentence that says what to do."""
    if not file:
        raise Unreadable("The file is empty.")
    if len(file) > LARGEST:
        raise Unreadable(f"The file is too large: at most {LARGEST // 1_000_000} MB are read.")
    if not _AT_A_TIME.acquire(timeout=SECONDS):
        raise Unreadable("Other drafts are being read: try again in a minute.")
    try:
        said = _said(file)
    finally:
        _AT_A_TIME.release()
    if "error" in said:
        raise Unreadable(str(said["error"]))
    blocks = tuple(Block(one["kind"], one["text"], tuple(one["said"]), one["row"]) for one in said["blocks"])
    return Draft(name[:120], blocks)


def _said(file: bytes) -> dict[str, Any]:
    """What the process that reads says of the file."""
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "dashboard.check.files"],
            input=file, capture_output=True, timeout=SECONDS, cwd=ROOT, check=False,
            env={**environment, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        said: dict[str, Any] = json.loads(done.stdout)
        return said
    except subprocess.TimeoutExpired as error:
        raise Unreadable("The file takes too long to read. Paste its text instead.") from error
    except ValueError as error:  # it was stopped, or fell over
        raise Unreadable("The file cannot be read. Save it again, or paste its text.") from error
