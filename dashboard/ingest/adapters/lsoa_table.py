"""A wide parquet table with a row per small area: the columns are kept, under our names."""

from pathlib import Path

import pandas as pd

from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register import Source

WHOLE = {"decile": "int8", "rank": "int32", "dec": "int8"}


def build(source: Source, folder: Path, places: Places) -> Built:
    """The table, sorted by its area.

    options: `key` (the code column or columns), `rename` (theirs -> ours), `drop`, `england` (true:
    Welsh areas are left out), `decimals` (numbers are rounded to so many).
    """
    path, options = source.one_file(folder), source.options
    frame = pd.read_parquet(path).rename(columns=options.get("rename", {}))
    frame = frame.drop(columns=options.get("drop", []))
    frame.columns = [_plain(name) for name in frame.columns]
    keys = [options["key"]] if isinstance(options["key"], str) else options["key"]
    if missing := [key for key in keys if key not in frame]:
        raise Refused(path, f"lacks the column {listed(missing)}")
    if options.get("england"):
        frame = frame[frame[keys[0]].str.startswith("E")]
    frame = _sized(frame, options.get("decimals"))
    if frame.duplicated(keys).any():
        again = frame[frame.duplicated(keys)].iloc[0]
        raise Refused(path, f"{listed(again[keys])} appears twice")
    order = [*keys, *(column for column in frame if column not in keys)]
    return Built({source.dataset: frame[order].sort_values(keys, ignore_index=True)})


def _plain(name: str) -> str:
    """'Housing_and_Access_decile', 'Age: Aged 5 to 9 years' and 'sex-001' as names SQL takes unquoted."""
    plain = "".join(letter.lower() if letter.isalnum() else "_" for letter in name)
    return "_".join(part for part in plain.split("_") if part)


def _sized(frame: pd.DataFrame, decimals: int | None) -> pd.DataFrame:
    for column in frame.select_dtypes("number"):
        kind = WHOLE.get(column.rpartition("_")[2])
        if kind:
            frame = frame.assign(**{column: frame[column].astype(kind)})
        elif decimals is not None and pd.api.types.is_float_dtype(frame[column]):
            frame = frame.assign(**{column: frame[column].round(decimals)})
        elif pd.api.types.is_integer_dtype(frame[column]):
            frame = frame.assign(**{column: frame[column].astype("int32")})
    return frame
