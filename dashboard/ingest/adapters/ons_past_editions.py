"""Past editions of the ONS local statistics: each figure with the days on which the publisher's files had it.

The archive has every distinct edition of each file, under names that changed over the years. Which of them
are one series of ours, and which edition began a new base, is written in the register by hand. Kept are
changes only: a figure is there from the day of its edition until that of the next row.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_table

OPTIONS = frozenset(("editions",))

COLUMNS = ("indicator", "areacd", "period", "value", "seen", "slug")
KEPT_CODES = ("E", "K02000001")  # England's areas, and the United Kingdom
CELL = ["area_code", "period"]


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The table dataset, series, area_code, period, seen, base, value; a row for each figure that changed.

    options: `editions`, each with `dataset` and `series` (ours), `of` ("slug/indicator" as the files called
    it), and where needed `since` (the first edition in this definition), `rebases` (editions that begin a new
    base), `skip` (editions left out) and `months` (in which periods may begin). `base` is the day on which
    a row's base began. Raises Refused for a name that is not in the file.
    """
    path = source.one_file(folder)
    raw = read_table(path, COLUMNS)
    raw = raw[raw["areacd"].str.startswith(KEPT_CODES)]
    raw = raw.assign(name=raw["slug"] + "/" + raw["indicator"])
    days = {text: start for text in raw["period"].unique() if (start := first_day(text))}
    raw = raw.assign(period=raw["period"].map(days)).dropna(subset=["period", "value"])
    raw = places.to_current_codes(raw.rename(columns={"areacd": "area_code"}), path)
    frames = [_series(raw, entry, path) for entry in source.options["editions"]]
    return AdapterResult({source.dataset: pd.concat(frames, ignore_index=True)})


def first_day(text: str) -> date | None:
    """The first day of a period as the files wrote it over the years; None where it cannot be told.

    "2019", "2018-20" (three years), "01/2022 - 12/2022", "2022-01-01T00:00:00/P1Y", "2022-01". A pair of
    years in full ("2021-2022") is None: it may begin in April, August or September.
    """
    head = text.strip()[:10]
    if len(text) == 9 and text[4] == "-":
        return None
    if head[2:3] == "/":
        head = f"{head[3:7]}-{head[:2]}"
    year, month, day = (*head.split("-"), "1", "1")[:3]
    if not (year.isdigit() and month.isdigit() and day.isdigit()):
        return None
    return date(int(year), int(month), int(day)) if int(month) <= 12 else date(int(year), 1, 1)


def changed(given: pd.DataFrame, rebases: list[str]) -> pd.DataFrame:
    """Of editions (area_code, period, seen, value) the rows that differ from the row before in their base."""
    starts = [min(given["seen"]), *sorted(rebases)]
    base = [max(start for start in starts if start <= seen) for seen in given["seen"]]
    rows = given.assign(base=base).sort_values([*CELL, "seen"], ignore_index=True)
    before = rows.groupby([*CELL, "base"], sort=False)["value"].shift()
    return rows[before.isna() | (before - rows["value"]).abs().gt(1e-9)]


def _series(raw: pd.DataFrame, entry: dict[str, Any], path: Path) -> pd.DataFrame:
    if missing := [name for name in entry["of"] if not (raw["name"] == name).any()]:
        raise Refused(path, f"has no series '{missing[0]}', correct editions in its entry")
    mine = raw[raw["name"].isin(entry["of"])]
    mine = mine[(mine["seen"] >= entry.get("since", "")) & ~mine["seen"].isin(entry.get("skip", []))]
    months = entry.get("months", [])
    if months:
        mine = mine[[day.month in months for day in mine["period"]]]
    mine = mine.drop_duplicates([*CELL, "seen"], keep="last")
    rows = changed(mine[[*CELL, "seen", "value"]], entry.get("rebases", []))
    dated = {name: [date.fromisoformat(text) for text in rows[name]] for name in ("seen", "base")}
    rows = rows.assign(dataset=entry["dataset"], series=entry["series"], **dated)
    return rows[["dataset", "series", *CELL, "seen", "base", "value"]]
