"""Figures under embargo: a folder of their own, a process of its own, named people, every access recorded.

The ordinary refresh does not read a release before its `embargo_until`, so no file of the public or the
office holds it, and no route, pack or log can. `refresh --prerelease` reads it into data/prerelease, which
only a process with PRERELEASE (the list of names) opens. See docs/decisions.md, entry 10.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, abort, request

from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.settings import Settings
from dashboard.signin.gate import OPEN, OPEN_BELOW
from dashboard.signin.person import person

ACCESSES = "accesses.jsonl"
_LONGEST = 500


def read_access_list(path: Path) -> dict[str, str]:
    """Who is on the list at `path`: the provider's `sub` of each, and their name. Empty if unreadable."""
    try:
        people = read_toml(path)["people"]
        return {str(item["subject"]): str(item["name"]) for item in people}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def admit_named(server: Flask, settings: Settings) -> None:
    """Let only the named see a pre-release view, and record who sees what. Register after sign-in."""
    if settings.prerelease is None:
        return
    log = settings.data / ACCESSES
    last: list[dict[str, str]] = []

    @server.before_request
    def admit() -> None:
        if request.path in OPEN or request.path.startswith(OPEN_BELOW):
            return
        names = read_access_list(settings.prerelease)  # read each time: removals take effect at once
        if [names] != last:
            _record(log, {"list": names})
            last[:] = [names]
        allowed = person().subject in names
        _record(
            log, {"subject": person().subject, "name": person().name, "allowed": allowed} | _request_text()
        )
        if not allowed:
            abort(403, "These figures are not released yet, and you are not on the list of who may see them.")


def _request_text() -> dict[str, str]:
    """What was asked for and what was sent with it. Of a file or a draft, sent as a form, nothing is kept."""
    theirs = request.mimetype == "multipart/form-data"
    sentence = (
        "" if theirs else request.get_data(cache=True, as_text=False)[:_LONGEST].decode("utf-8", "replace")
    )
    return {"method": request.method, "asked": request.full_path[:_LONGEST], "sent": sentence}


def _record(log: Path, entry: dict) -> None:
    """Append a line, on the disk before anything is answered; without it nothing is."""
    line = json.dumps({"time": datetime.now(UTC).isoformat()} | entry, ensure_ascii=False) + "\n"
    try:
        file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line.encode())
            os.fsync(file)
        finally:
            os.close(file)
    except OSError:
        abort(503, "This access cannot be recorded just now, so nothing is shown.")
