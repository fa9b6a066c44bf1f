"""One run of the ingest: every source read, checked and published, a bad one set aside."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from dashboard.ingest import adapters, checks, described, publish
from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import AUDIENCES, Source, load_source


@dataclass
class Outcome:
    """What a run did: sentences per dataset, and the files that changed per audience."""

    refused: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    changed: dict[str, list[str]] = field(default_factory=dict)
    snapshots: dict[str, str] = field(default_factory=dict)


def ingest(
    folder: Path, out: Path, register: Path, only: Iterable[str] = (), progress: Callable = iter
) -> Outcome:
    """Reads the sources in `folder` by their entries in `register` and publishes to `out`.

    A source that is refused keeps its published figures and does not stop the others. `only` names
    datasets; the rest stay as published. Raises Refused when `only` names one that does not exist,
    or when no areas are known.
    """
    outcome = Outcome()
    sources = _entries(register, set(only), outcome)
    out.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=".building-", dir=out))
    try:
        run = _Run(folder, out, staged, outcome)
        run.read_places(register, sources)
        for source in progress(sources):
            run.take(source)
        run.publish({path.stem for path in register.glob("*.toml")})
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return outcome


def _entries(register: Path, only: set[str], outcome: Outcome) -> list[Source]:
    paths = {path.stem: path for path in sorted(register.glob("*.toml"))}
    if not paths:
        raise Refused(str(register), "holds no register entry (*.toml)")
    if unknown := sorted(only - paths.keys()):
        raise Refused(str(register), f"has no {unknown[0]}.toml, --only takes names of datasets")
    sources = []
    for name, path in paths.items():
        if not only or name in only:
            try:
                sources.append(load_source(path, adapters.NAMES))
            except Refused as refusal:
                outcome.refused[name] = str(refusal)
    return sorted(sources, key=lambda source: (source.adapter != "areas", source.dataset))


@dataclass
class _Run:
    folder: Path
    out: Path
    staged: Path
    outcome: Outcome
    places: Places | None = None
    files: dict = field(default_factory=lambda: {audience: {} for audience in AUDIENCES})
    datasets: dict = field(default_factory=lambda: {audience: [] for audience in AUDIENCES})
    series: dict = field(default_factory=lambda: {audience: [] for audience in AUDIENCES})
    taken: set = field(default_factory=set)

    def read_places(self, register: Path, sources: list[Source]) -> None:
        """The areas, from their sources when those are part of the run, else as published."""
        published = self.out / "public"
        if not any(s.adapter == "areas" for s in sources) and (published / "areas.parquet").exists():
            frames = [pd.read_parquet(published / f"{name}.parquet") for name in ("areas", "recodes")]
            self.places = Places.from_frames(*frames)
        elif not any(s.adapter == "areas" for s in sources):
            source = load_source(register / "areas.toml", adapters.NAMES)
            tables = adapters.build(source, self.folder, None).tables
            self.places = Places.from_frames(tables["areas"], tables["recodes"])

    def take(self, source: Source) -> None:
        """Builds, checks and stages one source, or sets it aside with a sentence."""
        try:
            if self.places is None and source.adapter != "areas":
                raise Refused(source.file, "waits for the areas, which were refused")
            built = adapters.build(source, self.folder, self.places)
            if source.adapter == "areas":
                self.places = Places.from_frames(built.tables["areas"], built.tables["recodes"])
            self._stage(source, built)
        except Refused as refusal:
            self.outcome.refused[source.dataset] = str(refusal)
        except Exception as error:  # a file can be wrong in ways nobody thought of; the others go on
            reason = f"cannot be read by the {source.adapter} adapter ({type(error).__name__}: {error})"
            self.outcome.refused[source.dataset] = f"{source.path}: {reason}".replace("\n", " ")

    def _stage(self, source: Source, built: Built) -> None:
        for name, frame in built.tables.items():
            checks.check_table(name, frame, source, self.places)
        row, series = described.dataset_row(source, built), described.series_rows(source, built)
        home = self.staged / source.audience
        home.mkdir(exist_ok=True)
        for name, frame in built.tables.items():
            self._write(source.audience, name, frame, [source.dataset], row["vintage"])
        self.datasets[source.audience].append(row)
        self.series[source.audience] += series
        self.taken.add(source.dataset)
        if built.notes:
            self.outcome.notes[source.dataset] = built.notes

    def _write(self, audience: str, name: str, frame: pd.DataFrame, sources: list[str], vintage: str) -> None:
        path = self.staged / audience / f"{name}.parquet"
        path.parent.mkdir(exist_ok=True)
        publish.write_parquet(frame, path)
        entry = {"sha256": publish.digest(path), "rows": len(frame), "sources": sources, "vintage": vintage}
        self.files[audience][path.name] = entry

    def publish(self, registered: set[str]) -> None:
        """Completes each audience with what stays as published, then swaps it in."""
        for audience in AUDIENCES:
            self._complete(audience, registered)
            wanted = publish.manifest(self.files[audience], datetime.now(UTC).date())
            self.outcome.snapshots[audience] = wanted["snapshot"]
            self.outcome.changed[audience] = publish.swap(self.staged / audience, self.out / audience, wanted)

    def _complete(self, audience: str, registered: set[str]) -> None:
        home = self.out / audience
        staying = registered - self.taken
        for name, entry in publish.read_manifest(home)["files"].items():
            if name not in self.files[audience] and set(entry["sources"]) & staying:
                self.files[audience][name] = entry
        rows, series = self.datasets[audience], self.series[audience]
        for table, into in (("datasets", rows), ("series", series)):
            path = home / f"{table}.parquet"
            if path.exists():
                old = pd.read_parquet(path)
                into += old[old["dataset"].isin(staying)].to_dict("records")
        if rows:
            every = sorted(row["dataset"] for row in rows)
            self._write(audience, "datasets", described.datasets_frame(rows), every, "")
            self._write(audience, "series", described.series_frame(series), every, "")
