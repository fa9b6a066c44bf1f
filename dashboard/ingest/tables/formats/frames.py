"""Tables that have columns of their own (parquet, R) as rows of texts; a row's number counts from 1."""

from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.formats.book import cell_text
from dashboard.ingest.tables.formats.r_table import read_r_tables
from dashboard.ingest.tables.formats.text_rows import Row

HEADER = 0  # the number of the row of headers, which such a file does not have


def read_parquet(path: Path, only: dict[str, Any] | None = None) -> list[Row]:
    """The header and the rows of a parquet file, each with its number; of columns of text (`only`: header ->
    a text, or several) the rows that hold one, if any does.

    Raises Refused for a broken file, and for a blank in such a column.
    """
    try:
        frame = pq.read_table(path).to_pandas()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refused(path, "is a broken parquet file, download it again") from error
    named = frame if isinstance(frame.index, pd.RangeIndex) else frame.reset_index()
    return rows_of(_wanted(named, path, only or {}))


def _wanted(frame: pd.DataFrame, path: Path, only: dict[str, Any]) -> pd.DataFrame:
    """`frame` without most of what `only` leaves out anyway: no archive of a million rows is made text."""
    kept = pd.Series(True, index=frame.index)
    for name, texts in only.items():
        if name in frame and pd.api.types.is_string_dtype(frame[name]):
            if (blank := frame[name].isna() | (frame[name] == "")).any():
                sentence = f"has no {name}, so that nobody knows whether it is meant, download it again"
                raise Refused(path, sentence, int(frame.index[blank][0]) + 1)
            kept &= frame[name].isin([texts] if isinstance(texts, str) else texts)
    return frame[kept] if kept.any() else frame


def read_r(path: Path, name: str = "") -> dict[str, list[Row]]:
    """name -> the rows of each data frame of an R file (of `name` alone, where it is given)."""
    frames = read_r_tables(path)
    if name and name not in frames:
        raise Refused(
            path, f"has no table '{name}' (it has {listed(frames, 30)}), correct sheet in its entry"
        )
    return {each: rows_of(frame) for each, frame in frames.items() if not name or each == name}


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """A row of headers, then the rows of `frame`, every cell as text."""
    columns = [_texts(frame.iloc[:, at]) for at in range(frame.shape[1])]
    head: Row = (HEADER, [str(name) for name in frame.columns])
    return [head, *((at + 1, list(cells)) for at, *cells in zip(frame.index, *columns, strict=True))]


def _texts(column: pd.Series) -> list[str]:
    if pd.api.types.is_datetime64_any_dtype(column):
        return [text or "" for text in column.dt.strftime("%Y-%m-%d").where(column.notna(), "")]
    known = column.dropna().unique() if not column.map(_is_many).any() else ()
    texts = {value: cell_text(_plain(value)) for value in known}
    return [
        "" if _is_many(value) or value != value or value is None else texts.get(value, "") for value in column
    ]


def _is_many(value: object) -> bool:
    """A list in a cell says nothing that a table of figures takes."""
    return isinstance(value, list | dict | set) or (hasattr(value, "shape") and value.shape != ())


def _plain(value: object) -> object:
    return value.item() if hasattr(value, "item") else value
