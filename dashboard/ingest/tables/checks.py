"""What every table must satisfy before it may be published."""

import re
from datetime import date

import pandas as pd

from dashboard.catalogue.totals import Totals
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.one_code import KEY
from dashboard.ingest.tables.tidy import COLUMNS, MARKS

LSOA11 = re.compile(r"[EW]01\d{6}")
CODE_COLUMNS = ("lsoa21_code", "msoa21_code", "ward_code", "district_code")
FEWEST_OF_KNOWN_ROWS = 0.9  # a release with under nine tenths of the rows we know is a part of a file
PERIODS = (date(1900, 1, 1), date(2100, 1, 1))


def check_table(name: str, frame: pd.DataFrame, source: Source, places: Places) -> None:
    """Raises Refused when `frame` is empty, too short, or breaks the rules of its kind."""
    if frame.empty:
        raise Refused(name, f"no rows are left of {source.path}, download it again")
    _check_rows(name, frame, source)
    if set(COLUMNS) <= set(frame.columns):
        _check_tidy(name, frame, source, places)
    else:
        _check_codes(name, frame, places)


def _check_rows(name: str, frame: pd.DataFrame, source: Source) -> None:
    wanted = source.expected.get("rows")
    if wanted and source.dataset == name and len(frame) < FEWEST_OF_KNOWN_ROWS * wanted:
        reason = f"{len(frame)} rows where {source.file} expects about {wanted}"
        raise Refused(name, f"{reason}, the file looks cut short (or correct expected.rows)")


def _check_tidy(name: str, frame: pd.DataFrame, source: Source, places: Places) -> None:
    key = [*KEY, "released"] if "released" in frame else KEY
    if frame.duplicated(key).any():
        raise Refused(
            name,
            f"{len(frame[frame.duplicated(key)])} rows share area, series and period with another, keep one",
        )
    unknown = set(frame["area_code"]) - places.levels.keys()
    if unknown:
        raise Refused(name, f"no area is known by {listed(sorted(unknown))}, correct it or register the area")
    if not set(frame["status"]) <= set(MARKS):
        raise Refused(name, f"the status {listed(set(frame['status']) - set(MARKS))} is unknown, correct it")
    if not frame["period"].between(*PERIODS).all():
        raise Refused(name, f"a period lies outside {PERIODS[0].year} to {PERIODS[1].year}, correct it")
    if frame["value"].isna().all():
        raise Refused(name, "not one value is given, download it again")
    _check_limits(name, frame)
    _check_range(name, frame, source)


def _check_limits(name: str, frame: pd.DataFrame) -> None:
    crossed = frame[frame["lower"] > frame["upper"]]
    if len(crossed):
        row = crossed.iloc[0]
        which = f"{row.area_code}, {row.series}, {row.period}"
        raise Refused(name, f"the lower limit is above the upper for {which}, correct them")


def _check_range(name: str, frame: pd.DataFrame, source: Source) -> None:
    low, high = source.expected.get("range", (float("-inf"), float("inf")))
    outside = frame[(frame["value"] < low) | (frame["value"] > high)]
    if len(outside):
        row = outside.iloc[0]
        sentence = (
            f"{row.value:g} for {row.area_code}, {row.series}, {row.period} lies outside {low} to {high}"
        )
        raise Refused(name, f"{sentence}, correct the file or expected.range in {source.file}")


def check_totals(name: str, frame: pd.DataFrame, totals: Totals) -> None:
    """Raises Refused where [totals] names a column, series or cell that `frame` does not have."""
    value = {rule.get("value", "value") for rule in (*totals.areas, *totals.sums)}
    columns = value | {rule["value"] for rule in totals.groups if "value" in rule}
    columns |= {rule["total"] for rule in (*totals.groups, *totals.columns)}
    columns |= {part for rule in totals.columns for part in rule["parts"]}
    columns |= {column for rule in (*totals.sums, *totals.groups, *totals.columns) for column in rule["by"]}
    columns |= {column for rule in totals.sums for column in rule.get("only", {})}
    if missing := sorted(columns - set(frame.columns)):
        raise Refused(name, f"[totals] names {listed(missing)}, which is no column, correct the entry")
    cells = [("series", rule["series"]) for rule in totals.areas]
    for rule in totals.sums:
        of = rule.get("column", "series")
        cells += [(column, cell) for column, values in rule.get("only", {}).items() for cell in values]
        cells += [(of, cell) for cell in (rule["total"], *rule.get("parts", []))]
    if missing := [cell for column, cell in cells if not (frame[column] == cell).any()]:
        raise Refused(name, f"[totals] names '{missing[0]}', which is not in the data, correct the entry")


def _check_codes(name: str, frame: pd.DataFrame, places: Places) -> None:
    for column in CODE_COLUMNS:
        if column in frame:
            codes = set(frame[column].dropna()) - {""}
            if unknown := codes - places.levels.keys():
                sentence = f"no area is known by {listed(sorted(unknown))} ({column})"
                raise Refused(name, f"{sentence}, correct it or register the area")
    if "lsoa11_code" in frame:
        codes = frame["lsoa11_code"].dropna().unique()
        if bad := [code for code in codes if not LSOA11.fullmatch(code)]:
            raise Refused(name, f"{listed(bad)} is not an LSOA code of 2011, correct it")
