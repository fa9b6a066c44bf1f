"""DfE's Local Skills data hub: a long R table of counts and projections by area name."""

import re
from datetime import date
from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed, number
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.formats.r_table import read_r_table
from dashboard.ingest.tables.period_parts import MONTHS
from dashboard.ingest.tables.reading import refuse_blanks, refuse_numbers

OPTIONS = frozenset(("names", "outside", "left_out"))

IDENTIFIES_PLACES_BY_NAME = True
NAMES = {"Area": "area", "metric": "metric", "Breakdown": "breakdown", "Subgroup": "subgroup"}
NAMES |= {"Period": "period", "valueText": "text"}
LEVELS = {"LADU": "district", "MCA": "combined_authority"}
MARKS = {"low": "low", "z": "z", "c": "c", "x": "x", "u": "u"}
KEY = ["area_code", "metric", "breakdown", "subgroup", "period", "duration"]
_RANGE = re.compile(r"([A-Z][a-z]{2}) (\d{4}) ?- ?([A-Z][a-z]{2}) (\d{4})")
_SUFFIX = re.compile(r"^(.*) (LADU|LSIP|MCA|LA)$")


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """Columns: area_code, metric, breakdown, subgroup, period, duration, value, status.

    Skills improvement plan areas (LSIP) have no ONS code and are left out. 'low' and 'z' become the
    status of an empty value, and so does 'Inf', a rate of nobody, as 'z'. options: `names` (the hub's name of
    an area -> code), `outside` (names that are left out), `left_out` (metrics that are).
    """
    path = source.one_file(folder)
    frame = read_r_table(path)
    if missing := [name for name in NAMES if name not in frame]:
        raise Refused(path, f"lacks the column {listed(missing)}, download it again")
    frame = frame.rename(columns=NAMES)[list(NAMES.values())]
    refuse_numbers(frame, list(NAMES.values()), path)
    refuse_blanks(frame, ["area", "metric", "breakdown", "subgroup", "period"], path)
    apart = frame["metric"].isin(source.options.get("left_out", []))
    frame = frame[~apart]
    plans = frame["area"].str.endswith(" LSIP")
    outside = frame["area"].isin(source.options.get("outside", []))
    frame = _placed(frame[~plans & ~outside], path, places, source.options.get("names", {}))
    frame = _dated(frame, path)
    frame = _valued(frame, path)
    again = frame.duplicated(KEY)
    if again.any():
        raise Refused(path, f"{listed(frame.loc[again.idxmax(), KEY], 9)} appears twice, ask the publisher")
    notes = [f"{number(plans.sum(), 'row')} of skills improvement plan areas left out: they have no code"]
    notes += [f"{number(outside.sum(), 'row')} of names in options.outside left out"] if outside.any() else []
    notes += (
        [f"{number(apart.sum(), 'row')} of the metrics in options.left_out left out"] if apart.any() else []
    )
    table = frame[[*KEY, "value", "status"]].sort_values(KEY, ignore_index=True)
    return AdapterResult({source.dataset: table}, notes=notes)


def _placed(frame: pd.DataFrame, path: Path, places: Places, names: dict[str, str]) -> pd.DataFrame:
    by_level = {suffix: places.named((level,)) for suffix, level in LEVELS.items()}
    codes, unknown = {}, []
    for area in frame["area"].unique():
        match = _SUFFIX.match(area)
        known = by_level.get(match[2], {}).get(match[1]) if match else places.named(("country",)).get(area)
        codes[area] = names.get(area) or known
        if codes[area] is None:
            unknown.append(area)
    if unknown:
        raise Refused(path, f"no area is called {listed(unknown)}, add it to options.names")
    return frame.assign(area_code=frame["area"].map(codes))


def _dated(frame: pd.DataFrame, path: Path) -> pd.DataFrame:
    read = {}
    for text in frame["period"].unique():
        try:
            read[text] = _period(text)
        except (ValueError, KeyError) as error:
            raise Refused(path, f"the period '{text}' cannot be read, ask the publisher") from error
    days = frame["period"].map({text: day for text, (day, _) in read.items()})
    return frame.assign(period=days, duration=frame["period"].map({t: d for t, (_, d) in read.items()}))


def _period(text: str) -> tuple[date, str]:
    """'AY23/24', 'Jan 2020-Dec 2020', 'Dec 2018 - Dec 2019', 'Mar 2020', 'Jul-25' or '2035'."""
    if match := re.fullmatch(r"AY(\d\d)/\d\d", text):
        return date(2000 + int(match[1]), 8, 1), "P1Y"
    if match := _RANGE.fullmatch(text):
        return date(int(match[2]), MONTHS[match[1].lower()], 1), "P1Y"
    if match := re.fullmatch(r"([A-Z][a-z]{2}) (\d{4})", text):
        return date(int(match[2]), MONTHS[match[1].lower()], 1), "P1M"
    if match := re.fullmatch(r"([A-Z][a-z]{2})-(\d\d)", text):
        return date(2000 + int(match[2]), MONTHS[match[1].lower()], 1), "P1M"
    return date(int(text), 1, 1), "P1Y"


def _valued(frame: pd.DataFrame, path: Path) -> pd.DataFrame:
    text = frame["text"].fillna("").str.strip().replace({"NaN": "", "NA": ""})
    value = pd.to_numeric(text.mask(text.isin(MARKS), ""), errors="coerce")
    bad = value.isna() & (text != "") & ~text.isin(MARKS)
    if bad.any():
        raise Refused(path, f"'{text[bad.idxmax()]}' is not a number, ask the publisher")
    endless = value.abs() == float("inf")  # a rate of nobody: "Inf" in the hub
    value = value.mask(endless)
    status = text.map(MARKS).fillna("").mask(text == "", "x").mask(endless, "z")
    return frame.assign(value=value.astype("float64"), status=status)
