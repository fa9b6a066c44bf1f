"""A file that somebody of the office uploads to be looked at: read by a process of its own, then forgotten.

That process has a few seconds and bounded memory, sees no secret of this one, and the folder that the file
lies in goes with it. One file is looked at at a time.
"""

import re
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response, abort, request
from werkzeug.datastructures import FileStorage

from dashboard.own_process import answer_of
from dashboard.pages.new_file.looked import LOOKED, Looked
from dashboard.pages.new_file.page import MOST, PATH
from dashboard.settings import Settings
from dashboard.signin.person import require
from dashboard.site import SiteKeeper
from dashboard.web.own_pages import require_own_page

SECONDS = 60
_LONG = "Reading it took too long, so it was stopped: save the table that is meant as a smaller file."
_BROKE = "It cannot be read: save the table that is meant as .csv or .xlsx and try again."
_FULL = "There is no room here to look at a file just now: try again later."
_alone = threading.Lock()


def register(server: Flask, keeper: SiteKeeper, document: Callable[[], str]) -> None:
    """Add the route to `server`; `document` makes the page of this request's address."""

    @server.before_request
    def larger() -> None:
        if request.method == "POST" and request.path == PATH:
            request.max_content_length = (MOST + 1) * 1024 * 1024

    @server.post(PATH)
    def look() -> Response:
        _check_sent()
        require("write")
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            abort(400, "No file was sent. Go back and choose one.")
        if not _alone.acquire(timeout=SECONDS / 4):
            abort(503, "Somebody else’s file is being looked at. Try again in a minute.")
        try:
            found = looked_at(sent, request.form.get("sheet", "")[:60], keeper.current().settings)
        finally:
            _alone.release()
        mark = LOOKED.set(found)
        try:
            answer = Response(document(), mimetype="text/html")
        finally:
            LOOKED.reset(mark)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def _check_sent() -> None:
    """A form of ours, and not another site's."""
    require_own_page()
    if request.mimetype != "multipart/form-data":
        abort(415)


def looked_at(sent: FileStorage, sheet: str, settings: Settings) -> Looked:
    """What a process of its own finds in the file `sent`. Whatever that is, it is one sentence or a draft."""
    name = safe_name(sent.filename or "")
    try:
        with tempfile.TemporaryDirectory(prefix="looked-at-") as folder:
            path = Path(folder) / name
            sent.save(path)
            return _read(path, sheet, settings)
    except OSError:
        return Looked(file=name, refused=_FULL)


def _read(path: Path, sheet: str, settings: Settings) -> Looked:
    command = ["-m", "dashboard", "draft", str(path), "--json", *([f"--sheet={sheet}"] if sheet else [])]
    around = {"DATA_DIR": str(settings.data), "QUERIES_DIR": str(settings.queries), "PYTHONUTF8": "1"}
    try:
        return Looked(file=path.name, **answer_of(command, SECONDS, around))
    except TimeoutError:
        return Looked(file=path.name, refused=_LONG)
    except ValueError:
        return Looked(file=path.name, refused=_BROKE)


def safe_name(given: str) -> str:
    """A file's name without a way to another folder, and with nothing that a shell or a log would read."""
    base = re.split(r"[/\\]", given)[-1]
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", base).strip(". -") or "file"
    return plain[-80:].lstrip(". -")
