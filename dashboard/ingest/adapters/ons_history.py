"""Past releases of one ONS dataset, each in a file named by the day it was published.

Headers vary between releases, some labels are imprecise ("2022") and one is wrong (a release of
January 2026 that calls the figures of July 2025 "2025-01-15"): a label that goes back in time, or
that names only a year, is settled by another release with the same figures.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_csv
from dashboard.ingest.tables.tidy import tidy

OPTIONS = frozenset(("series",))

NAMES = {
    "areacd": "area_code", "period": "period", "observation": "value", "value": "value", "status": "status",
    "observation status": "status", "lci_95": "lower", "lower confidence interval (95%)": "lower",
    "uci_95": "upper", "upper confidence interval (95%)": "upper",
}  # fmt: skip
_RELEASED = re.compile(r"(\d{4}-\d{2}-\d{2})_")


@dataclass
class _Release:
    path: Path
    released: date
    frame: pd.DataFrame
    doubtful: bool

    @property
    def period(self) -> date:
        newest: date = self.frame["period"].max()
        return newest


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table with `released`, the day each figure was published; options: `series`.

    A release that repeats another of the same day is left out. Points in time are stored as the
    first day of their month, so that "2025-01" and "2025-01-15" are one period.
    """
    told: list[str] = []
    releases = [_release(path, places, source.options["series"], told) for path in source.files(folder)]
    releases.sort(key=lambda release: (release.released, release.doubtful, release.path.name))
    notes = sorted(set(told)) + _settle(releases)
    frames = [release.frame.assign(released=release.released) for release in releases]
    table = pd.concat(frames, ignore_index=True).drop_duplicates(
        ["series", "area_code", "period", "released"]
    )
    table = table.sort_values(["series", "area_code", "period", "released"], ignore_index=True)
    return AdapterResult({source.dataset: table}, notes=notes)


def _release(path: Path, places: Places, series: str, notes: list[str]) -> _Release:
    match = _RELEASED.match(path.name)
    if not match:
        raise Refused(path, "its name must begin with the day it was published, like 2026-01-12_")
    raw = read_csv(path, ("areacd", "period")).rename(columns=NAMES).assign(series=series)
    if "value" not in raw:
        raise Refused(path, "the header has neither value nor observation, correct it", 1)
    raw = raw[(raw["area_code"] != "") | (raw["value"] != "")]
    frame = tidy(raw, path, places, _read_period, repeats=True, notes=notes)
    released = date.fromisoformat(match[1])
    if frame["period"].max() > released:
        raise Refused(
            path, f"tells of {frame['period'].max()}, after it was published, correct its name or its period"
        )
    return _Release(path, released, frame, doubtful=bool((frame["duration"] == "P1Y").any()))


def _read_period(text: str) -> periods.Period:
    if re.fullmatch(r"\d{4}", text):
        return periods.calendar_year(text)
    day, duration = periods.iso(text)
    return day.replace(day=1), duration


def _settle(releases: list[_Release]) -> list[str]:
    """Gives doubtful releases the period of the one with the same figures; says what it did."""
    latest = date.min
    for release in releases:
        release.doubtful = release.doubtful or release.period < latest
        latest = latest if release.doubtful else max(latest, release.period)
    notes = []
    for release in (r for r in releases if r.doubtful):
        twin = next((r for r in releases if not r.doubtful and _same_figures(r, release)), None)
        if twin is None:
            raise Refused(
                release.path,
                f"the period {release.period} cannot be right and no release confirms another, "
                "ask the publisher",
            )
        notes.append(f"{release.path.name} says {release.period}, its figures are those of {twin.period}")
        release.frame = release.frame.assign(period=twin.period, duration=twin.frame["duration"].iloc[0])
    return notes


def _same_figures(one: _Release, other: _Release) -> bool:
    pair = one.frame.merge(other.frame, on=["series", "area_code"])
    return len(pair) >= 0.9 * len(other.frame) and bool((pair["value_x"] == pair["value_y"]).mean() > 0.99)
