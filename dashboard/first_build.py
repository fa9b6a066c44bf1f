"""The first build: where there is no datastore yet, it is made before anything else is done."""

import subprocess
import sys
from typing import Any

from dashboard.catalogue.indicators import AUDIENCES
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings

_ERRORS = 2  # standard error, by its number


def ensure_datastore(settings: Settings) -> None:
    """Build the datastore that `settings` names, if there is none. Raises DatastoreError where that fails.

    It is built in a process of its own: what a build loads would weigh on every worker. What it says goes to
    standard error: the output of `audit --json` or of `mcp` is a program's to read.
    """
    if settings.datastore.exists():
        return
    sentence = "Assembling the datastore from the built-in snapshot: once, in about a minute ..."
    print(sentence, file=sys.stderr, flush=True)
    audiences = AUDIENCES if settings.audience == "office" else ("public",)
    command = [sys.executable, "-m", "dashboard.build", "--data", str(settings.data), *audiences]
    how: dict[str, Any] = {"text": True, "encoding": "utf-8", "errors": "replace"}
    ended = subprocess.run(command, stdout=_ERRORS, stderr=subprocess.PIPE, check=False, **how)
    if ended.returncode:
        lines = [line for line in (ended.stderr or "").splitlines() if line.strip()]
        raise DatastoreError(lines[-1] if lines else f"{settings.datastore}: it could not be built")
