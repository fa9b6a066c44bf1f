"""Reads a publisher's CSV strictly: what is wrong with it is said with its line, never guessed at."""

import csv
import io
from pathlib import Path

import pandas as pd

from dashboard.ingest.refusal import Refused, listed


def read_csv(path: Path, columns: tuple[str, ...] = ()) -> pd.DataFrame:
    """The cells of `path` as text, one row a record, with the physical `line` of each.

    Header names are trimmed and put in lower case. `columns` must be among them.
    Raises Refused for a missing or empty file, bad encoding, a wrong header, a short or long
    line, or a last line without its line end (the mark of a truncated download).
    """
    text = _decoded(path)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _check_header(path, header, columns)
        rows, lines = _records(path, reader, len(header))
    except csv.Error as error:
        raise Refused(
            path, f"is not valid CSV ({error}), correct it or download it again", reader.line_num
        ) from error
    if not rows:
        raise Refused(path, "holds a header and no rows, download it again", 1)
    frame = pd.DataFrame(rows, columns=header, dtype="str")
    frame["line"] = lines
    return frame


def _decoded(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error
    if not raw.strip():
        raise Refused(path, "is empty, download it again")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Refused(path, "is not UTF-8 text, save it as UTF-8", line) from error
    if "\0" in text:
        raise Refused(
            path,
            "holds a NUL byte, it is not a text file, download it again",
            text[: text.index("\0")].count("\n") + 1,
        )
    if not text.endswith("\n"):
        reason = "the last line has no line end, the file looks truncated, download it again"
        raise Refused(path, reason, text.count("\n") + 1)
    return text


def _check_header(path: Path, header: list[str], columns: tuple[str, ...]) -> None:
    missing = [name for name in columns if name not in header]
    if missing:
        raise Refused(
            path, f"the header lacks {listed(missing)} (it has {listed(header, 20)}), correct it", 1
        )
    if len(set(header)) < len(header):
        raise Refused(path, "two columns have the same name, correct one", 1)


def _records(path: Path, reader, width: int) -> tuple[list[list[str]], list[int]]:
    rows, lines = [], []
    for row in reader:
        if len(row) != width:
            reason = (
                f"has {len(row)} cells where the header has {width}, it looks truncated, download it again"
            )
            raise Refused(path, reason, reader.line_num)
        rows.append(row)
        lines.append(reader.line_num)
    return rows, lines
