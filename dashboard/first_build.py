"""The first build: where there is no datastore yet, it is made before anything else is done."""

import subprocess
import sys

from dashboard.catalogue.indicators import AUDIENCES
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings


def ensure_datastore(settings: Settings) -> None:
    """Build the datastore that `settings` names, if there is none. Raises DatastoreError where that fails.

    It is built in a process of its own: what a build loads would weigh on every worker.
    """
    if settings.datastore.exists():
        return
    print("Assembling the datastore from the built-in snapshot: once, in about a minute ...", flush=True)
    audiences = AUDIENCES if settings.audience == "office" else ("public",)
    command = [sys.executable, "-m", "dashboard.build", "--data", str(settings.data), *audiences]
    ended = subprocess.run(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace")
    if ended.returncode:
        said = [line for line in (ended.stderr or "").splitlines() if line.strip()]
        raise DatastoreError(said[-1] if said else f"{settings.datastore}: it could not be built")
