"""Takes one source: tidied, checked, protected, written beside what is published."""

import hashlib
import json
from pathlib import Path

import pandas as pd

from dashboard.catalogue.totals import read_totals
from dashboard.ingest import adapters
from dashboard.ingest.disclosure import protection
from dashboard.ingest.geography.places import Places
from dashboard.ingest.inputs import Inputs
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import described
from dashboard.ingest.register.entry import Source
from dashboard.ingest.staged import Staged
from dashboard.ingest.tables import checks
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.size import sized
from dashboard.ingest.tables.unions import with_unions

PLACES = ("areas", "recodes", "membership", "unions")


def fingerprint(source: Source, inputs: Inputs, places: Places | None, version: str) -> str:
    """Names what a source would give: its files, its entry, the code, and the areas if it needs them."""
    parts = [source.text, sorted(inputs.files.items()), version, places.version if places else ""]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]


def stage(source: Source, inputs: Inputs, places: Places | None, name: str, into: Path) -> Staged:
    """Builds what `source` gives and keeps it in `into` under the fingerprint `name`.

    Raises Refused, in one sentence, for whatever is wrong with it.
    """
    built = _built(source, inputs, places)
    if source.adapter == "areas":
        places = Places.from_frames(*(built.tables[table] for table in PLACES))
    if places is None:
        raise Refused(source.file, "no areas are known, publish the areas first")
    _unite(built, source, places)
    tables = {}
    for table, frame in built.tables.items():
        checks.check_table(table, frame, source, places)
        tables[table] = protection.protect(table, frame, source, places)
    row, series = described.dataset_row(source, built), described.series_rows(source, built)
    return Staged.keep(into, name, source, tables, row, series, built.notes, read_from(inputs))


def read_from(inputs: Inputs) -> str:
    """Names the bytes that a source was read from: where they are the same, a change of figures is our
    own."""
    return hashlib.sha256(json.dumps(sorted(inputs.files.items())).encode()).hexdigest()[:16]


def _unite(built: AdapterResult, source: Source, places: Places) -> None:
    """Adds the counts of districts made of abolished ones, by the entry's [totals]."""
    totals = read_totals(source.totals)
    if totals:
        frame = built.tables[source.dataset]
        checks.check_totals(source.dataset, frame, totals)
        built.tables[source.dataset], notes = with_unions(frame, totals, places)
        built.notes += notes


def _built(source: Source, inputs: Inputs, places: Places | None) -> AdapterResult:
    with inputs.view() as folder:
        built = adapters.build(source, folder, places)
        if adapters.gives_place_names(source) and not source.size:
            raise Refused(source.file, "names its places, add [size]: by what each is known to be itself")
        if source.size and places is not None:
            frame, notes = sized(built.tables[source.dataset], source, folder, places)
            built.tables[source.dataset] = frame
            built.notes += notes
        return built


def published_places(folder: Path) -> Places | None:
    """The places of a published folder, or None where there are none."""
    paths = [folder / f"{name}.parquet" for name in PLACES]
    if not all(path.exists() for path in paths):
        return None
    return Places.from_frames(*(pd.read_parquet(path) for path in paths))
