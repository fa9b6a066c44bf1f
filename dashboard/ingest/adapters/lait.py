"""DfE's Local Authority Interactive Tool: 434 series by local authority name, values as text."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, number
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_table, refuse_blanks, refuse_numbers
from dashboard.ingest.tables.tidy import tidy

OPTIONS = frozenset(("names", "outside", "fiscal"))

IDENTIFIES_PLACES_BY_NAME = True
NAMES = {"Short Desc": "series", "Years": "period", "LA and Regions": "name", "Values": "value"}
STATUS = {"-": "x", "c": "c", "z": "z", "u": "u", "low": "low"}
MARKS = {" (prov)": "p", " (Rev)": "", " (Final)": "", " (OT)": ""}


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table; `series` is the tool's short name, its label the tool's data item.

    options: `names` (the tool's name -> area code), `outside` (names we leave out), `fiscal` (a
    pattern: a split year of these series begins on 1 April, of the others on 1 September).
    """
    path = source.one_file(folder)
    given = read_table(path, tuple(NAMES))
    refuse_numbers(given, list(NAMES), path)
    raw = given.rename(columns=NAMES).assign(line=range(1, len(given) + 1))
    refuse_blanks(raw, ["series", "period", "name"], path)
    undated = raw["period"] == "0"
    outside = raw["name"].isin(source.options.get("outside", []))
    raw = raw[~undated & ~outside].copy()
    raw["area_code"] = _codes(raw, path, places, source.options.get("names", {}))
    text = raw["value"].fillna("-").str.strip()
    raw["status"] = text.map(STATUS).fillna("")
    raw["value"] = text.mask(text.isin(STATUS), "")
    raw = _dated(raw, re.compile(source.options["fiscal"]))
    notes = [f"{number(undated.sum(), 'row')} without a year left out"] if undated.any() else []
    notes += [f"{number(outside.sum(), 'row')} of names in options.outside left out"] if outside.any() else []
    frame = tidy(raw, path, places, _read_period, notes=notes)
    return AdapterResult({source.dataset: frame}, series=_series(given), notes=notes)


def _codes(raw: pd.DataFrame, path: Path, places: Places, names: dict[str, str]) -> pd.Series:
    codes = places.named(("country", "region", "county")) | places.named(("district",)) | names
    unknown = ~raw["name"].isin(codes.keys())
    if unknown.any():
        first = raw[unknown].iloc[0]
        raise Refused(path, f"no area is called '{first['name']}', add it to options.names", int(first.line))
    return raw["name"].map(codes)


def _dated(raw: pd.DataFrame, fiscal: re.Pattern[str]) -> pd.DataFrame:
    """Marks are taken off the years, and a split year gets its month by the series."""
    for mark, status in MARKS.items():
        marked = raw["period"].str.endswith(mark)
        raw.loc[marked, "period"] = raw.loc[marked, "period"].str.removesuffix(mark)
        if status:
            raw.loc[marked & (raw["status"] == ""), "status"] = status
    month = raw["series"].map(
        {name: "04" if fiscal.search(name) else "09" for name in raw["series"].unique()}
    )
    return raw.assign(period=raw["period"] + "@" + month)


def _read_period(text: str) -> tuple[date, str]:
    """'2023@09' -> calendar 2023; '2016-17@09' -> from September 2016; '2014-16@..' -> three
    calendar years; '2013/14-15/16@..' -> three financial years."""
    year, _, month = text.partition("@")
    if re.fullmatch(r"\d{4}", year):
        return date(int(year), 1, 1), "P1Y"
    if re.fullmatch(r"\d{4}/\d\d-\d\d/\d\d", year):
        return date(int(year[:4]), 4, 1), "P3Y"
    match = re.fullmatch(r"(\d{4})[-/](\d\d)", year)
    if not match:
        raise ValueError(text)
    span = (int(match[2]) - int(match[1])) % 100
    if span == 1:
        return date(int(match[1]), int(month), 1), "P1Y"
    if span == 2:
        return date(int(match[1]), 1, 1), "P3Y"
    raise ValueError(text)


def _series(given: pd.DataFrame) -> list[dict[str, Any]]:
    labels = given.dropna(subset="Data item").drop_duplicates("Short Desc")
    known = dict(zip(labels["Short Desc"], labels["Data item"].str.strip(), strict=True))
    return [{"series": name, "label": known.get(name, name)} for name in given["Short Desc"].unique()]
