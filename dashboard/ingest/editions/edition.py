"""An edition: what both audiences' folders will hold, put together from what was taken and what stays."""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.catalogue.regions import CityRegion
from dashboard.datastore.assembly.assemble import snapshot_id
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.editions.dataset_log import write_dataset_log
from dashboard.ingest.editions.former_entries import Published, former_entries
from dashboard.ingest.register import described
from dashboard.ingest.register.rules import seen_by
from dashboard.ingest.staged import Staged


@dataclass(frozen=True)
class Edition:
    """`manifests` and `changes` by audience (what changed to get here; {} where nothing is known)."""

    manifests: dict[str, dict[str, Any]]
    changes: dict[str, dict[str, Any]]

    @classmethod
    def published(cls, out: Path) -> "Edition":
        """The edition that stands in `out`."""
        manifests = {audience: publish.read_manifest(out / audience) for audience in AUDIENCES}
        return cls(manifests, {audience: _json(out / audience / "changes.json") for audience in AUDIENCES})

    @property
    def name(self) -> str:
        """Both snapshots in one word."""
        given = [self.manifests[audience] for audience in AUDIENCES]
        return "-".join(manifest["snapshot"] if manifest["files"] else "none" for manifest in given)


def served(manifests: dict[str, dict[str, Any]], regions: Sequence[CityRegion] = ()) -> dict[str, str]:
    """The id, by audience, of the snapshot that is built of `manifests`: what pages, packs and files say."""
    return {
        audience: snapshot_id([manifests[seen] for seen in seen_by(audience)], regions)
        for audience in AUDIENCES
    }


def compose(
    out: Path,
    stage: Path,
    staged: list[Staged],
    audiences: dict[str, str | None],
    rebased: frozenset[str] = frozenset(),
) -> dict[str, dict[str, Any]]:
    """Places every new file in `stage`/<audience> and gives the manifest of each audience.

    `audiences`: registered dataset -> its audience (None where its entry cannot be read). A dataset that
    was not taken stays as published; one that the register no longer holds, or gives to the other
    audience, does not. `rebased`: tables whose new edition counts otherwise, which is no revision.
    """
    manifests = {}
    for audience in AUDIENCES:
        mine = [item for item in staged if item.audience == audience]
        may = {name for name, whose in audiences.items() if whose in (audience, None)}
        staying = may - {item.dataset for item in staged}
        manifests[audience] = _compose(out / audience, stage / audience, mine, staying, rebased)
    return manifests


def _compose(
    home: Path, stage: Path, mine: list[Staged], staying: set[str], rebased: frozenset[str]
) -> dict[str, Any]:
    stage.mkdir(parents=True)
    old = publish.read_manifest(home)
    stay = {name: item for name, item in old["files"].items() if set(item["sources"]) <= staying}
    made = {name: by for name, by in old["made"].items() if name in staying}
    files = dict(stay)
    for item in mine:
        files |= item.files
        made[item.dataset] = item.fingerprint
        for name in item.files:
            place(item.folder / name, stage / name)
    today = datetime.now(UTC).date()
    files |= former_entries(mine, Published(home, stage, old["files"]), rebased, today)
    files |= _described(home, stage, mine, staying)
    files |= write_dataset_log(home, stage, old["files"], today)
    return publish.manifest(files, made, today)


def _described(home: Path, stage: Path, mine: list[Staged], staying: set[str]) -> dict[str, dict[str, Any]]:
    """The tables `datasets` and `series`: a row for what was taken, the published row for what stays."""
    datasets = _stay(home / "datasets.parquet", staying) + [item.row for item in mine]
    series = _stay(home / "series.parquet", staying) + [row for item in mine for row in item.series]
    if not datasets:
        return {}
    sources = ["register", *sorted(row["dataset"] for row in datasets)]
    frames = {"datasets": described.datasets_frame(datasets), "series": described.series_frame(series)}
    entries = {}
    for name, frame in frames.items():
        path = stage / f"{name}.parquet"
        publish.write_parquet(frame, path)
        entries[path.name] = publish.entry(path, len(frame), sources, "")
    return entries


def _stay(path: Path, staying: set[str]) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    old = pd.read_parquet(path)
    rows: list[dict[str, Any]] = old[old["dataset"].isin(staying)].to_dict("records")
    return rows


def place(file: Path, there: Path) -> None:
    """The same file under another name, without copying it where the disk allows."""
    there.unlink(missing_ok=True)
    try:
        os.link(file, there)
    except OSError:
        shutil.copyfile(file, there)


def _json(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8")) if path.exists() else {}
