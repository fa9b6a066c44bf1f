"""The `datasets` and `series` tables: what the register and the publishers say of every dataset."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.catalogue.elsewhere import read_coverage
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.ons_about import FIELDS

TEXTS = ("title", "publisher", "address", "description", "caveat")
DATASETS = (
    "dataset", "title", "publisher", "licence", "source_url", "source_date", "vintage", "description",
    "caveat", "experimental", "audience", "next_release", "cadence", "owner", "disclosure", "held", "rows",
    "expected_rows", "expected_districts", "expected_combined_authorities", "expected_from", "expected_to",
    "counts", "rounding", "coverage_held", "coverage_published", "coverage_address",
)  # fmt: skip
SERIES = ("dataset", "series", *FIELDS)


def dataset_row(source: Source, built: AdapterResult) -> dict[str, Any]:
    """One row of `datasets`; the register's own words win over those found beside the data.

    Raises Refused when neither gives a text that must be there.
    """
    texts = {key: getattr(source, key) or built.about.get(key) or "" for key in TEXTS}
    if missing := [key for key in ("title", "publisher", "address", "description") if not texts[key]]:
        raise Refused(source.file, f"add {listed(missing)}, the source itself does not say")
    source_date = source.source_date or built.about.get("source_date")
    row: dict[str, Any] = {"dataset": source.dataset, "licence": source.licence, "audience": source.audience}
    row |= {key: texts[key] for key in ("title", "publisher", "description", "caveat")}
    row |= {
        "source_url": texts["address"],
        "source_date": source_date,
        "vintage": vintage(built, source_date),
    }
    row |= {"cadence": source.cadence, "owner": source.owner, "disclosure": source.disclosure}
    is_experimental = built.about.get("experimental")
    experimental = is_experimental if source.experimental is None else source.experimental
    row |= {"experimental": bool(experimental), "next_release": str(source.next_release)}
    row |= {"held": bool(built.tables), "rows": sum(len(frame) for frame in built.tables.values())}
    expected = source.expected
    return row | {
        "expected_rows": expected.get("rows"),
        "expected_districts": expected.get("districts"),
        "expected_combined_authorities": expected.get("combined_authorities"),
        "expected_from": expected.get("from"),
        "expected_to": expected.get("to"),
        **_counts(source),
        **_coverage(source, texts["address"]),
    }


def _coverage(source: Source, address: str) -> dict[str, Any]:
    """For which areas it is held and published, where not for the same; at its own address if no other."""
    coverage = read_coverage(source.coverage)
    coverage["address"] = coverage["address"] or (address if coverage["held"] else "")
    return {f"coverage_{key}": text for key, text in coverage.items()}


def _counts(source: Source) -> dict[str, Any]:
    """How its counts came about, as they are published: what the disclosure rule rounds is rounded."""
    if source.disclosure == "round":
        return {"counts": "rounded", "rounding": float(source.protection["base"])}
    return {"counts": source.counts, "rounding": float(source.totals.get("rounding", 0))}


def vintage(built: AdapterResult, source_date: date | None) -> str:
    """The release a table stems from: its publication date, else its last period."""
    if source_date:
        return source_date.isoformat()
    periods = [frame["period"].max() for frame in built.tables.values() if "period" in frame]
    return f"to {max(periods).isoformat()}" if periods else ""


def series_rows(source: Source, built: AdapterResult) -> list[dict[str, Any]]:
    """Rows of `series`: what the source says, overlaid with the register's [[series]]."""
    series = {entry["series"]: entry for entry in built.series}
    frame = built.tables.get(source.dataset)
    if frame is not None and "series" in frame:
        for name in frame["series"].unique():
            series.setdefault(name, {"series": name})
    for entry in source.series:
        if entry.get("series") not in series:
            raise Refused(
                source.file,
                f"[[series]] '{entry.get('series')}' is not in the data ({listed(series)}), correct its name",
            )
        series[entry["series"]] = series[entry["series"]] | entry
    return [_series_row(source.dataset, entry) for entry in series.values()]


def _series_row(dataset: str, entry: dict[str, Any]) -> dict[str, Any]:
    blank = dict.fromkeys(FIELDS, "") | {"decimals": 1, "experimental": False, "label": entry["series"]}
    return (
        {"dataset": dataset} | blank | {key: value for key, value in entry.items() if value not in ("", None)}
    )


def datasets_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The `datasets` table from its rows, in a fixed order and with fixed types."""
    frame = pd.DataFrame(rows, columns=list(DATASETS)).sort_values("dataset", ignore_index=True)
    whole = {key: "Int32" for key in DATASETS if key == "rows" or key.startswith("expected_")}
    others = {"experimental": "bool", "held": "bool", "rounding": "float64"}
    texts = {key: "str" for key in DATASETS if key not in {*whole, *others, "source_date"}}
    return frame.astype(whole | texts | others)


def series_frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The `series` table from its rows."""
    frame = pd.DataFrame(rows, columns=list(SERIES)).sort_values(["dataset", "series"], ignore_index=True)
    texts = {key: "str" for key in SERIES if key not in {"decimals", "experimental"}}
    return frame.astype(texts | {"decimals": "int16", "experimental": "bool"})
