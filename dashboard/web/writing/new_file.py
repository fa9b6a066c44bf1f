"""Files that somebody of the office uploads to be looked at: read by a process of its own, then forgotten.

That process has a few seconds and bounded memory, sees no secret of this one, and the folder that they
lie in goes with it. One person's are looked at at a time.
"""

import re
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, request
from werkzeug.datastructures import FileStorage

from dashboard.pages.new_file.analysis import ANALYSIS, Analysis
from dashboard.pages.new_file.page import LONGEST_OPTIONS, MOST_FILES, MOST_MEGABYTES, PATH
from dashboard.runtime.isolated_process import answer_of
from dashboard.settings import Settings
from dashboard.signin.person import require
from dashboard.site import SiteKeeper
from dashboard.web.same_origin import require_same_origin

READING_SECONDS = 60
_LONG = "Reading it took too long, so it was stopped: save the table that is meant as a smaller file."
_BROKE = "It cannot be read: save the table that is meant as .csv or .xlsx and try again."
_FULL = "There is no room here to look at a file just now: try again later."
_NOT_HERE = ("outlines",)  # it names another file
MOST_LINES = 30
_alone = threading.Lock()


@dataclass(frozen=True)
class Given:
    """What the form says beside the files: the sheet, and the options as a text and as its `lines`."""

    sheet: str = ""
    text: str = ""
    lines: list[str] = field(default_factory=list)


def register(server: Flask, keeper: SiteKeeper, document: Callable[[], str]) -> None:
    """Add the route to `server`; `document` makes the page of this request's address."""

    @server.before_request
    def larger() -> None:
        if request.method == "POST" and request.path == PATH:
            request.max_content_length = (MOST_MEGABYTES + 1) * 1024 * 1024

    @server.post(PATH)
    def look() -> Response:
        _check_sent()
        require("write")
        sent = [file for file in request.files.getlist("file") if file.filename]
        if not sent:
            abort(400, "No file was sent. Go back and choose one.")
        if len(sent) > MOST_FILES:
            abort(400, f"{len(sent)} files were sent. Send {MOST_FILES} or fewer: the rest are read alike.")
        given = _given()
        if not _alone.acquire(timeout=READING_SECONDS / 4):
            abort(503, "Somebody else’s file is being looked at. Try again in a minute.")
        try:
            found = looked_at(sent, given, keeper.current().settings)
        finally:
            _alone.release()
        mark = ANALYSIS.set(found)
        try:
            answer = Response(document(), mimetype="text/html")
        finally:
            ANALYSIS.reset(mark)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def _given() -> Given:
    """The sheet and the options that the form says. Ends the request where they are no options."""
    text = request.form.get("options", "").replace("\r\n", "\n")[:LONGEST_OPTIONS]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(line.partition("=")[0].strip() in _NOT_HERE for line in lines):
        abort(400, f"{' and '.join(_NOT_HERE)} cannot be given here. Take that line out.")
    return Given(request.form.get("sheet", "")[:60], text, lines[:MOST_LINES])


def _check_sent() -> None:
    """A form of ours, and not another site's."""
    require_same_origin()
    if request.mimetype != "multipart/form-data":
        abort(415)


def looked_at(sent: Sequence[FileStorage], given: Given, settings: Settings) -> Analysis:
    """What a process of its own finds in the files `sent`, the first of which leads. Whatever that is, it is
    one sentence or a draft."""
    names = [safe_name(each.filename or "") for each in sent]
    about = {"file": names[0], "sheet": given.sheet, "options": given.text}
    if len(set(names)) < len(names):
        return Analysis(**about, refused=f"{len(names)} files were sent and some have one name: rename them.")
    try:
        with tempfile.TemporaryDirectory(prefix="looked-at-") as folder:
            for name, each in zip(names, sent, strict=True):
                each.save(Path(folder) / name)
            found = _read(Path(folder) / names[0], given, len(names) > 1, settings)
            if refused := found.get("refused"):
                found["refused"] = str(refused).replace(f" in {Path(folder).resolve()}", "")
            return Analysis(**about, **found)
    except OSError:
        return Analysis(**about, refused=_FULL)


def _read(path: Path, given: Given, together: bool, settings: Settings) -> dict[str, Any]:
    command = ["-m", "dashboard", "draft", str(path), "--json", *(["--together"] if together else [])]
    command += [f"--sheet={given.sheet}"] if given.sheet else []
    command += [f"--option={line}" for line in given.lines]
    around = {"DATA_DIR": str(settings.data), "QUERIES_DIR": str(settings.queries), "PYTHONUTF8": "1"}
    try:
        return answer_of(command, READING_SECONDS, around)
    except TimeoutError:
        return {"refused": _LONG}
    except ValueError:
        return {"refused": _BROKE}


def safe_name(given: str) -> str:
    """A file's name without a way to another folder, and with nothing that a shell or a log would read."""
    base = re.split(r"[/\\]", given)[-1]
    plain = re.sub(r"[^A-Za-z0-9._ -]", "_", base).strip(". -") or "file"
    return plain[-80:].lstrip(". -")
