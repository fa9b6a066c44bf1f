"""ONS "Explore local statistics": one long CSV per dataset with a JSON that describes it."""

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.ons_about import read_about
from dashboard.ingest.tables.reading import read_csv
from dashboard.ingest.tables.tidy import tidy

OPTIONS = frozenset(("aliases", "codes", "repeats"))

NAMES = {
    "areacd": "area_code",
    "indicator": "series",
    "period": "period",
    "observation": "value",
    "lci_95": "lower",
    "uci_95": "upper",
    "status": "status",
}


def inputs(source: Source, folder: Path) -> list[Path]:
    """The CSV, and the JSON that describes it where there is one."""
    path = source.one_file(folder)
    beside = path.with_suffix(".json")
    return [path, beside] if beside.exists() else [path]


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table of one dataset. Column order differs between files; names do not.

    options: `aliases` mends misprinted codes; `codes`: a publisher's code -> the area of the same ground;
    `repeats`: a row may stand twice (once an area's kind).
    """
    path = source.one_file(folder)
    raw = read_csv(path, (*NAMES, "measure", "unit"))
    _check_percentages(raw, path)
    about, series, notes = _described(source, path)
    frame = tidy(
        raw.rename(columns=NAMES),
        path,
        places,
        periods.iso,
        aliases=source.options.get("aliases", {}) | source.options.get("codes", {}),
        repeats=source.options.get("repeats", False),
        notes=notes,
    )
    names = frame["series"].unique().tolist()
    return AdapterResult({source.dataset: frame}, about, _entries(names, series), notes)


def _check_percentages(raw: pd.DataFrame, path: Path) -> None:
    """A percentage lies between 0 and 100 (one file calls a ratio so: it passes, ratios are small)."""
    values = pd.to_numeric(raw["observation"], errors="coerce").replace(float("inf"), float("nan"))
    bad = (raw["unit"] == "%") & ((values < 0) | (values > 100))
    if bad.any():
        first = bad.idxmax()
        sentence = raw.loc[first, "observation"].strip()
        raise Refused(
            path,
            f"{sentence} is not a percentage, correct it or download it again",
            int(raw.loc[first, "line"]),
        )


def _described(source: Source, path: Path) -> tuple[dict[str, Any], dict[str, dict[str, Any]], list[str]]:
    beside = path.with_suffix(".json")
    try:
        about, series = read_about(beside)
    except OSError:
        return {}, {}, [f"{beside.name} is missing, the texts of {source.file} stand alone"]
    except (ValueError, KeyError, TypeError) as error:
        return {}, {}, [f"{beside.name} cannot be read ({error}), the texts of {source.file} stand alone"]
    return about, series, []


def _entries(names: list[str], series: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry per series of the data; a lone description is of the lone series."""
    lone = series.get("", {})
    return [{"series": name, **series.get(name, lone if len(names) == 1 else {})} for name in names]
