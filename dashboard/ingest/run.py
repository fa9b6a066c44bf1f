"""One run of the ingest: every source read, checked and published, a bad one set aside."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from dashboard.ingest import adapters
from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import Source, load_source
from dashboard.ingest.staging import Staging


@dataclass
class Outcome:
    """What a run did: sentences per dataset, and the snapshot and changed files per audience."""

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
    if not folder.is_dir():
        raise Refused(str(folder), "there is no such folder of sources, correct --from")
    outcome = Outcome()
    only = set(only)
    sources = _entries(register, only, outcome)
    chosen = [source for source in sources if not only or source.dataset in only]
    out.mkdir(parents=True, exist_ok=True)
    staged = Path(tempfile.mkdtemp(prefix=".building-", dir=out))
    try:
        staging = Staging(staged, out)
        places = _published_places(out) or _built_places(sources, folder)
        for source in progress(chosen):
            places = _take(source, folder, places, staging, outcome)
        audiences = {source.dataset: source.audience for source in sources}
        unread = {name: None for name in outcome.refused if name not in audiences}
        outcome.snapshots, outcome.changed = staging.publish(audiences | unread)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return outcome


def _entries(register: Path, only: set[str], outcome: Outcome) -> list[Source]:
    """Every register entry that can be read, the areas first; the rest is set aside."""
    paths = {path.stem: path for path in sorted(register.glob("*.toml"))}
    if not paths:
        raise Refused(str(register), "holds no register entry (*.toml)")
    if unknown := sorted(only - paths.keys()):
        raise Refused(str(register), f"has no {unknown[0]}.toml, --only takes names of datasets")
    sources = []
    for name, path in paths.items():
        try:
            sources.append(load_source(path, adapters.NAMES))
        except Refused as refusal:
            outcome.refused[name] = str(refusal)
    return sorted(sources, key=lambda source: (source.adapter != "areas", source.dataset))


def _published_places(out: Path) -> Places | None:
    paths = [out / "public" / f"{name}.parquet" for name in ("areas", "recodes")]
    if not all(path.exists() for path in paths):
        return None
    return Places.from_frames(*(pd.read_parquet(path) for path in paths))


def _built_places(sources: list[Source], folder: Path) -> Places:
    source = next((source for source in sources if source.adapter == "areas"), None)
    if source is None:
        raise Refused(
            "areas.toml", "is not in the register and no areas are published, nothing can be placed"
        )
    tables = adapters.build(source, folder, None).tables
    return Places.from_frames(tables["areas"], tables["recodes"])


def _take(source: Source, folder: Path, places: Places, staging: Staging, outcome: Outcome) -> Places:
    """Builds, checks and stages one source, or sets it aside; gives the places to go on with."""
    try:
        built = adapters.build(source, folder, places)
        if source.adapter == "areas":
            places = Places.from_frames(built.tables["areas"], built.tables["recodes"])
        staging.take(source, built, places)
        if built.notes:
            outcome.notes[source.dataset] = built.notes
    except Refused as refusal:
        outcome.refused[source.dataset] = str(refusal)
    except Exception as error:  # a file can be wrong in ways nobody thought of; the others go on
        said = " ".join(f"{type(error).__name__}: {error}".split())
        outcome.refused[source.dataset] = (
            f"{source.path}: the {source.adapter} adapter cannot read it ({said})"
        )
    return places
