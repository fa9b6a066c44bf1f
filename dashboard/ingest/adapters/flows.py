"""Flows between areas: people by where they live and where they work, in today's codes.

Reads what Nomis publishes (census table ODWP01EW as CSV, plain or gzipped: 1.8 million lines between small
areas) and a parquet extract of it.
"""

import gzip
from io import BytesIO
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import csv

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_table, refuse_numbers

OPTIONS = frozenset(("key", "columns"))

AT_HOME = "111111111"  # at home or no fixed place: the other two are offshore and abroad
ENDS = r"[EWSN]\d{8}|111111111|888888888|999999999"
_NOT_IN_WORK, _AT_HOME = "-8", "1"  # codes of the place-of-work indicator
_COUNT = "Count"


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The table of the entry: options.key (our two names of the ends) and people, a row a pair of areas.

    Those who are not in work are left out. Who works at home or has no fixed place goes to AT_HOME, which
    the file may give as a journey from an area to itself. Abolished districts become those of today: their
    counts are added up. options: `columns`, the file's (from, to, people) where it is not Nomis's CSV.
    """
    path = source.one_file(folder)
    frame = _read(path, source.options.get("columns"))
    _check(frame, path)
    today = places.recodes | {old: new for new, olds in places.unions.items() for old in olds}
    moved = {end: _today(frame[end], today) for end in ("home", "work")}
    key = dict(zip(("home", "work"), source.options["key"], strict=True))
    summed = frame.assign(**moved).groupby(["home", "work"], observed=True)["people"].sum()
    summed = summed.reset_index().astype({"home": "str", "work": "str", "people": "int32"})
    summed = summed.sort_values(["home", "work"], ignore_index=True)
    return AdapterResult({source.dataset: summed.rename(columns=key)})


def _read(path: Path, columns: list[str] | None) -> pd.DataFrame:
    """home, work (categories) and people (whole numbers), as the file has them."""
    if path.suffix == ".parquet":
        frame = read_table(path, tuple(columns or ()))[columns].set_axis(["home", "work", "people"], axis=1)
        refuse_numbers(frame, ["home", "work"], path)
        _refuse_types(frame, path)
        return frame.astype({"home": "category", "work": "category"})
    frame = _read_nomis(path)
    frame = frame[frame["kind"] != _NOT_IN_WORK]
    at_home = frame["kind"] == _AT_HOME
    work = (
        frame["work"].cat.add_categories([AT_HOME]) if AT_HOME not in frame["work"].cat.categories else None
    )
    frame = frame.assign(work=(frame["work"] if work is None else work).mask(at_home, AT_HOME))
    again = frame.duplicated(["home", "work", "kind"])
    if again.any():
        raise Refused(
            path, f"{listed(frame.loc[again.idxmax(), ['home', 'work']])} appears twice, keep one row"
        )
    return frame.drop(columns="kind")


def _read_nomis(path: Path) -> pd.DataFrame:
    """The three columns of codes and the count of a CSV of Nomis; labels are not read."""
    try:
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (OSError, EOFError) as error:
        raise Refused(path, "cannot be read or is cut short, download it again") from error
    if not raw.endswith(b"\n"):
        raise Refused(path, "the last line has no line end, the file looks truncated, download it again")
    head = raw[: raw.index(b"\n")].decode("utf-8-sig", "replace").strip()
    header = [name.strip('"') for name in head.split(",")]
    codes = [name for name in header if name.endswith(" code")]
    if len(codes) != 3 or _COUNT not in header:
        raise Refused(
            path,
            f"needs three columns of codes and {_COUNT} (it has {listed(header, 9)}), download it again",
            1,
        )
    text = pa.dictionary(pa.int32(), pa.string())
    kept = csv.ConvertOptions(
        column_types=dict.fromkeys(codes, text) | {_COUNT: pa.int64()}, include_columns=[*codes, _COUNT]
    )
    try:
        table = csv.read_csv(BytesIO(raw), convert_options=kept)
    except pa.ArrowException as error:
        message = " ".join(str(error).split())[:120]
        raise Refused(path, f"cannot be read ({message}), download it again") from error
    return table.to_pandas().set_axis(["home", "work", "kind", "people"], axis=1)


def _refuse_types(frame: pd.DataFrame, path: Path) -> None:
    if not pd.api.types.is_integer_dtype(frame["people"]):
        raise Refused(
            path, f"people are {frame['people'].dtype} where whole numbers are needed, download it again"
        )
    again = frame.duplicated(["home", "work"])
    if again.any():
        raise Refused(
            path, f"{listed(frame.loc[again.idxmax(), ['home', 'work']])} appears twice, keep one row"
        )


def _check(frame: pd.DataFrame, path: Path) -> None:
    """Raises Refused for an end that is no code and for a number of people that cannot be one."""
    for end in ("home", "work"):
        blank = int(frame[end].isna().sum())
        if blank:
            raise Refused(path, f"{blank} rows have no area of {end}, download it again")
        codes = pd.Series(frame[end].cat.categories.astype("str"))
        if (bad := ~codes.str.fullmatch(ENDS)).any():
            used = set(frame[end].unique())
            if wrong := [code for code in codes[bad] if code in used]:
                raise Refused(path, f"'{wrong[0]}' is not an area code ({end}), correct it")
    if frame["people"].isna().any() or (frame["people"] < 0).any():
        raise Refused(path, "a number of people is blank or below 0, download it again")


def _today(codes: pd.Series, today: dict[str, str]) -> pd.Series:
    """`codes` with the area of today in place of each that it followed."""
    changed = {code: _last(code, today) for code in codes.cat.categories if code in today}
    return codes.astype("str").replace(changed).astype("category") if changed else codes


def _last(code: str, today: dict[str, str]) -> str:
    while code in today:
        code = today[code]
    return code
