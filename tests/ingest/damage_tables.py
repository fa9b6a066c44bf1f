"""Ways to spoil a table in a binary file: parquet or an R table. `about` as in tests/ingest/damage.py."""

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pandas as pd
import rdata

from dashboard.ingest.tables.formats.r_table import read_r_table
from tests.ingest.damage import BINARY

Change = Callable[[pd.DataFrame, Random, dict], pd.DataFrame]


def column_gone(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return frame.drop(columns=chance.choice(about["needed"]))


def column_of_another_name(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return frame.rename(columns={chance.choice(about["needed"]): "Unnamed: 3"})


def key_twice(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return pd.concat([frame, frame[_read(frame, about)].sample(1, random_state=chance.randrange(99))])


def key_blank(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return _with(frame, chance, about, chance.choice(about["key"]), None)


def area_unknown(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return _with(frame, chance, about, about["area"], chance.choice(["E99999999", "Atlantis", "1"]))


def words_in_a_column(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    """One word, and with it the whole column is text: as a publisher's spreadsheet becomes parquet."""
    name = chance.choice(about["numbers"])
    return _with(frame.assign(**{name: frame[name].astype("str")}), chance, about, name, "many")


def numbers_for_codes(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return frame.assign(**{chance.choice(about["codes"]): range(len(frame))})


def rows_gone(frame: pd.DataFrame, chance: Random, about: dict) -> pd.DataFrame:
    return frame.head(chance.randrange(len(frame) * 4 // 5))


def _with(frame: pd.DataFrame, chance: Random, about: dict, column: str, value: object) -> pd.DataFrame:
    labels = frame.index[_read(frame, about)].to_list()
    spoilt = frame.astype({column: "object"})
    spoilt.loc[chance.choice(labels), column] = value
    return spoilt


def _read(frame: pd.DataFrame, about: dict) -> pd.Series:
    """The rows that the adapter reads: `about` may say that some are left out."""
    read = pd.Series(True, index=frame.index)
    for column, left_out in about.get("left_out", {}).items():
        read &= ~frame[column].isin(left_out)
    return read


def _of_parquet(change: Change) -> Callable:
    def spoil(raw: bytes, chance: Random, about: dict) -> bytes:
        return _parquet(change(pd.read_parquet(io.BytesIO(raw)), chance, about))

    spoil.__name__ = change.__name__
    return spoil


def _of_r(change: Change) -> Callable:
    def spoil(raw: bytes, chance: Random, about: dict) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "table.rds"
            path.write_bytes(raw)
            frame = change(read_r_table(path), chance, about).reset_index(drop=True)
            text = frame.select_dtypes(["object", "str"]).astype("object")
            rdata.write_rds(path, frame.assign(**text.where(text.notna(), None)))
            return path.read_bytes()

    spoil.__name__ = change.__name__
    return spoil


def _parquet(frame: pd.DataFrame) -> bytes:
    into = io.BytesIO()
    frame.to_parquet(into, index=False)
    return into.getvalue()


_THINGS = (column_gone, column_of_another_name, key_twice, key_blank, numbers_for_codes, rows_gone)
_FIGURES = (*_THINGS, words_in_a_column)
ROWS = (*BINARY, *map(_of_parquet, _THINGS))
PARQUET = (*BINARY, *map(_of_parquet, _FIGURES))
PLACED = (*PARQUET, _of_parquet(area_unknown))
# Cells of workbooks: the same cell may stand twice, and what is blank is no cell that is read.
_CELLS = (column_gone, column_of_another_name, rows_gone, words_in_a_column, area_unknown)
CELLS = (*BINARY, *map(_of_parquet, _CELLS))
