"""Reader: a file that somebody sends into a DraftText: in memory alone, by a process with a time limit."""

import threading
from typing import Any

from dashboard.check.draft import Block, DraftText, Unreadable
from dashboard.runtime.isolated_process import answer_of

LARGEST_FILE = 20_000_000  # bytes of a file
READING_SECONDS = 15.0
_AT_A_TIME = threading.BoundedSemaphore(2)
_AROUND = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}  # it may write no file


def read(file: bytes, name: str) -> DraftText:
    """The draft in `file`, called `name`. Raises Unreadable, in a sentence that says what to do."""
    if not file:
        raise Unreadable("The file is empty.")
    if len(file) > LARGEST_FILE:
        raise Unreadable(f"The file is too large: at most {LARGEST_FILE // 1_000_000} MB are read.")
    if not _AT_A_TIME.acquire(timeout=READING_SECONDS):
        raise Unreadable("Other drafts are being read: try again in a minute.")
    try:
        answer = _answer(file)
    finally:
        _AT_A_TIME.release()
    if "error" in answer:
        raise Unreadable(str(answer["error"]))
    blocks = tuple(
        Block(one["kind"], one["text"], tuple(one["headings"]), one["row"]) for one in answer["blocks"]
    )
    return DraftText(name[:120], blocks)


def _answer(file: bytes) -> dict[str, Any]:
    """What the process that reads says of the file."""
    try:
        return answer_of(["-m", "dashboard.check.files"], READING_SECONDS, _AROUND, file)
    except TimeoutError as error:
        raise Unreadable("The file takes too long to read. Paste its text instead.") from error
    except ValueError as error:  # it was stopped, or fell over
        raise Unreadable("The file cannot be read. Save it again, or paste its text.") from error
