"""Reads a publisher's CSV and JSON strictly: what is wrong is said with its line, never guessed at."""

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from dashboard.ingest.refusal import Refused, listed, number

if TYPE_CHECKING:
    import _csv  # where the type of csv.reader is named


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
    frame = frame.loc[:, ~frame.columns.duplicated()]  # a column that nobody needs may stand twice
    return frame.assign(line=lines)


def read_json(path: Path) -> Any:
    """What the JSON file `path` holds; Refused, in one sentence, where it is absent, cut short or no JSON."""
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error
    except UnicodeDecodeError as error:
        raise Refused(path, "is not UTF-8 text, save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise Refused(
            path, f"is not readable JSON ({error.msg}), download it again", error.lineno, unit="line"
        ) from error
    except RecursionError as error:
        raise Refused(path, "is not readable JSON (nested too deep), download it again") from error


def read_table(path: Path, columns: tuple[str, ...] = ()) -> pd.DataFrame:
    """The table in the parquet file `path`; Refused where it is none, or lacks one of `columns`."""
    try:
        frame = pd.read_parquet(path)
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error
    except pa.ArrowException as error:
        raise Refused(path, "is not a parquet file, download it again") from error
    if missing := [name for name in columns if name not in frame]:
        raise Refused(path, f"lacks the column {listed(missing)}, download it again")
    return frame


def refuse_numbers(frame: pd.DataFrame, columns: list[str], path: Path) -> None:
    """Raises Refused where one of `columns`, of codes or names, is not text."""
    for name in columns:
        if not pd.api.types.is_string_dtype(frame[name]):
            raise Refused(path, f"{name} holds {frame[name].dtype} where text is needed, download it again")


def refuse_blanks(frame: pd.DataFrame, columns: list[str], path: Path) -> None:
    """Raises Refused for the first row of a table that has nothing in one of `columns`."""
    for name in columns:
        blank = frame[name].isna() | frame[name].astype("str").str.strip().eq("")
        if blank.any():
            at = int(blank.to_numpy().argmax()) + 1
            raise Refused(
                path, f"{blank.sum()} rows have no {name} (the first is row {at}), download it again"
            )


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
    if twice := [name for name in columns if header.count(name) > 1]:
        raise Refused(path, f"two columns are called {listed(twice)}, correct one", 1)


def _records(path: Path, reader: "_csv.Reader", width: int) -> tuple[list[list[str]], list[int]]:
    rows, lines, bad = [], [], []
    for row in reader:
        if len(row) != width:
            bad.append((reader.line_num, len(row)))
        rows.append(row)
        lines.append(reader.line_num)
    if bad:
        (line, cells), *more = bad
        also = f" (lines {listed([at for at, _ in more], 3)} are wrong too)" if more else ""
        sentence = f"has {number(cells, 'cell')} where the header has {width}{also}"
        raise Refused(path, f"{sentence}, it looks truncated, download it again", line)
    return rows, lines
