"""Tables that passed their checks, gathered beside the published ones until all are ready."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from dashboard.ingest import checks, described, publish
from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.register import AUDIENCES, Source


def _lists() -> dict[str, list]:
    return {audience: [] for audience in AUDIENCES}


def _tables() -> dict[str, dict]:
    return {audience: {} for audience in AUDIENCES}


@dataclass
class Staging:
    """`folder` holds what is being built, `out` what is published, one folder per audience in each."""

    folder: Path
    out: Path
    files: dict[str, dict] = field(default_factory=_tables)
    datasets: dict[str, list] = field(default_factory=_lists)
    series: dict[str, list] = field(default_factory=_lists)
    taken: set[str] = field(default_factory=set)

    def take(self, source: Source, built: Built, places: Places) -> None:
        """Checks and writes what `source` gave; Refused when it may not be published."""
        for name, frame in built.tables.items():
            checks.check_table(name, frame, source, places)
        row, series = described.dataset_row(source, built), described.series_rows(source, built)
        for name, frame in built.tables.items():
            self._write(source.audience, name, frame, [source.dataset], row["vintage"])
        self.datasets[source.audience].append(row)
        self.series[source.audience] += series
        self.taken.add(source.dataset)

    def publish(self, audiences: dict[str, str | None]) -> tuple[dict[str, str], dict[str, list[str]]]:
        """Completes each audience with what stays as published and swaps it in.

        `audiences`: registered dataset -> its audience (None where its entry cannot be read). What
        the register no longer holds, or gives to another audience, does not stay. Returns the
        snapshot and the changed files per audience.
        """
        snapshots, changed = {}, {}
        for audience in AUDIENCES:
            may = {name for name, whose in audiences.items() if whose in (audience, None)}
            self._complete(audience, may - self.taken)
            wanted = publish.manifest(self.files[audience], datetime.now(UTC).date())
            snapshots[audience] = wanted["snapshot"]
            changed[audience] = publish.swap(self.folder / audience, self.out / audience, wanted)
        return snapshots, changed

    def _complete(self, audience: str, staying: set[str]) -> None:
        home = self.out / audience
        for name, entry in publish.read_manifest(home)["files"].items():
            if len(entry["sources"]) == 1 and entry["sources"][0] in staying:
                self.files[audience].setdefault(name, entry)
        for table, rows in (("datasets", self.datasets), ("series", self.series)):
            path = home / f"{table}.parquet"
            if path.exists():
                old = pd.read_parquet(path)
                rows[audience] += old[old["dataset"].isin(staying)].to_dict("records")
        self._describe(audience)

    def _describe(self, audience: str) -> None:
        """The office sees everything, so its lists name the public datasets too."""
        own = self.datasets[audience]
        also = AUDIENCES if audience == "office" else ("public",)
        datasets = [row for whose in also for row in self.datasets[whose]]
        series = [row for whose in also for row in self.series[whose]]
        if own:
            every = sorted(row["dataset"] for row in datasets)
            tables = described.datasets_frame(datasets), described.series_frame(series)
            for name, frame in zip(("datasets", "series"), tables, strict=True):
                self._write(audience, name, frame, ["register", *every], "")

    def _write(self, audience: str, name: str, frame: pd.DataFrame, sources: list[str], vintage: str) -> None:
        path = self.folder / audience / f"{name}.parquet"
        path.parent.mkdir(exist_ok=True)
        publish.write_parquet(frame, path)
        entry = {"sha256": publish.digest(path), "rows": len(frame), "sources": sources, "vintage": vintage}
        self.files[audience][path.name] = entry
