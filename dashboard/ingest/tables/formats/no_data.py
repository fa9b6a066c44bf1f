"""Files that hold no data, whatever their names end in: what they are by how they begin, and what to do."""

import re
from pathlib import Path

from dashboard.ingest.refusal import Refused

_OTHERS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb"\s*%PDF-"), "a PDF", "ask its publisher for the table behind it"),
    (
        re.compile(
            rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?<(!doctype html|!--|html|head|body|div|table|script|meta)",
            re.I,
        ),
        "a web page",
        "download the file itself (its address may ask for a click, or answer with an error), or open it in "
        "a spreadsheet and save it as .xlsx",
    ),
    (re.compile(rb"(\xef\xbb\xbf)?\s*<\?xml"), "XML", "save its table as .csv or .xlsx"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "a picture", "ask its publisher for the table behind it"),
    (re.compile(rb"7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ"), "an archive", "unpack it"),
    (re.compile(rb"\{\\rtf"), "a text document", "save its table as .csv or .xlsx"),
)


def refuse_no_data(path: Path, start: bytes) -> None:
    """Raises Refused where the first bytes of `path` are those of a page, a picture or a document."""
    for pattern, what, mend in _OTHERS:
        if pattern.match(start):
            raise Refused(path, f"is {what} and no table, {mend}")
