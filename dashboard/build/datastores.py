"""Build the datastores: assemble the published parquet, then work out at build what pages only read.

Attention statements for every region and projections for every indicator are computed here, once, on the
finished file before it is served.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.audit.measured import ScoresByKey, StoredScore, measured
from dashboard.audit.query.check import silent_faults
from dashboard.build.derived import PROJECTED, Derived, DerivedByKey, derived, keys, read_derived
from dashboard.build.observations import selects, write_observations
from dashboard.catalogue.indicators import AUDIENCES
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.assembly.assemble import discard, make_build, serve
from dashboard.datastore.assembly.check import faults
from dashboard.datastore.assembly.materialised import materialised
from dashboard.datastore.store import DatastoreError
from dashboard.ingest.disclosure.audited import refuse_disclosures
from dashboard.settings import Settings
from dashboard.site import WITHHELD, Site, open_site, without
from dashboard.statements.attention.attention import Statement, order

Progress = Callable[[list[tuple[str, str]]], Iterable[tuple[str, str]]]
_TYPES = {"str": "VARCHAR", "int": "INTEGER", "float": "DOUBLE", "bool": "BOOLEAN", "date": "DATE"}


def build(
    settings: Settings,
    say: Callable[[str], None] = print,
    audiences: Sequence[str] = AUDIENCES,
    withheld: dict[str, str] | None = None,
    progress: Progress = iter,
) -> dict[str, str]:
    """Build the datastores of `audiences` from `settings.data`; give each audience's snapshot id.

    The office reads what is public and what is its own; the public file is built without the latter. What
    is derived from the same tables is worked out once, and not again where the build before holds it.
    With `withheld` an indicator whose figures cannot be shown is left out, and told there (id ->
    sentence): a night's figures do not wait for the mend of one query. `progress` goes round what takes
    long, one step an indicator. Raises DatastoreError (also where
    a hidden figure can be worked out, or an indicator's figures cannot be shown:
    datastore/assembly/check.py) or InvalidIndicator; what was served before keeps being served.
    """
    made: dict[str, tuple[str, Path]] = {}
    known: DerivedByKey = {}
    scores: ScoresByKey = {}
    try:
        for audience in audiences:
            refuse_disclosures(settings.data, audience)
            mine = replace(settings, audience=audience)
            folders = [settings.data / name for name in dict.fromkeys(("public", audience))]
            made[audience] = make_build(
                [folder for folder in folders if folder.name == "public" or _published(folder)],
                mine.datastore,
                _finish(mine, known, scores, withheld, progress),
                # The office's file begins as a copy of the public's: all tables of that are in it too.
                made["public"][1] if "public" in made else None,
                load_regions(settings.regions),
            )
    except BaseException:
        for _, path in made.values():
            discard(path)
        raise
    # All or none: where the office's cannot be made, the public goes on with the figures that both had.
    for audience, (snapshot, path) in made.items():
        datastore = replace(settings, audience=audience).datastore
        serve(datastore, path)
        say(f"{datastore}: snapshot {snapshot}")
    return {audience: snapshot for audience, (snapshot, _) in made.items()}


def _published(folder: Path) -> bool:
    return (folder / "manifest.json").exists()


def _finish(
    settings: Settings,
    known: DerivedByKey,
    scores: ScoresByKey,
    withheld: dict[str, str] | None,
    progress: Progress,
) -> Callable[[Path], None]:
    return lambda path: known.update(derive(settings, path, known, scores, withheld, progress))


def derive(
    settings: Settings,
    path: Path,
    known: DerivedByKey | None = None,
    scores: ScoresByKey | None = None,
    withheld: dict[str, str] | None = None,
    progress: Progress = iter,
) -> DerivedByKey:
    """Add to the datastore at `path` the tables that are derived from it: `observations` and `definitions`
    (build/observations.py), `statements`, `projections`, `unprojected`, `coverage`, `extents` and `quality`.

    What is in `known` and `scores`, or in the datastore served now, is taken from there where it rests
    on the same figures and code (dashboard/build/derived.py); `withheld` is as for build.
    Gives everything that this datastore holds, by key.
    """
    known = dict(known or {})
    site = open_site(settings, path, forgiving=withheld is not None)
    try:
        wanted = keys(site)
        if missing := set(wanted.values()) - known.keys():
            known |= read_derived(settings.datastore.resolve(), missing)
        new = {key: name for name, key in wanted.items() if key not in known}
        faulty = _faulty(site, new.values())
        if faulty and withheld is None:
            raise DatastoreError("\n".join(faulty.values()))
        if withheld is not None:
            withheld |= site.withheld | faulty
        site = without(site, faulty)
        wanted = {name: key for name, key in wanted.items() if name not in faulty}
        left = [(key, name) for key, name in new.items() if name not in faulty]
        known |= {key: derived(site, site.indicators[name]) for key, name in progress(left)}
        counted = measured(site, {} if scores is None else scores, settings.datastore.resolve())
        rows = selects(site, site.indicators.values())
    finally:
        site.store.close()
    _write(path, {name: known[key] for name, key in wanted.items()}, wanted, counted, faulty, rows)
    return known


def _faulty(site: Site, names: Iterable[str]) -> dict[str, str]:
    """Id -> what is wrong with each of the indicators `names`: what cannot be shown, and what would be shown
    without a word and be wrong. All are looked at before any costs time."""
    found = {}
    for name in names:
        with materialised(site.store, site.indicators[name]) as item:
            if wrong := faults(site.store, [item]):
                found |= wrong
            elif silent := silent_faults(site.store, item, site.indicators):
                found[name] = f"queries/{name}.sql: {'; '.join(silent)}"
    return found


def _write(
    path: Path,
    found: Mapping[str, Derived],
    of: Mapping[str, str],
    scores: list[StoredScore],
    faulty: Mapping[str, str],
    rows: Iterable[tuple[str, str, str]],
) -> None:
    connection = duckdb.connect(str(path))
    try:
        write_observations(connection, rows)
        columns = f"region VARCHAR, position INTEGER, {_columns(Statement)}"
        _table(connection, "statements", columns, list(_ranked(found)))
        _table(connection, "quality", _columns(StoredScore), list(map(_values(StoredScore), scores)))
        _table(connection, WITHHELD, "indicator VARCHAR, reason VARCHAR", list(faulty.items()))
        _table(connection, "derivations", "indicator VARCHAR, key VARCHAR", list(of.items()))
        for table, kind in PROJECTED.items():
            items = [row for each in found.values() for row in each.projected if type(row) is kind]
            _table(connection, table, _columns(kind), list(map(_values(kind), items)))
        connection.execute("CHECKPOINT")
    finally:
        connection.close()


def _ranked(found: Mapping[str, Derived]) -> Iterable[tuple]:
    for region in sorted({code for each in found.values() for code in each.statements}):
        items = [each.statements[region] for each in found.values() if region in each.statements]
        for position, item in enumerate(sorted(items, key=order)):
            yield (region, position, *_values(Statement)(item))


def _values(kind: type) -> Callable[[object], tuple]:
    """What turns a row into a tuple; dataclasses.astuple copies every value and takes ten times as long."""
    return attrgetter(*(field.name for field in fields(kind)))


def _columns(kind: type) -> str:
    return ", ".join(f"{field.name} {_TYPES[field.type.__name__]}" for field in fields(kind))


def _table(connection: duckdb.DuckDBPyConnection, name: str, columns: str, rows: list[tuple]) -> None:
    connection.execute(f"CREATE TABLE {name} ({columns})")
    if rows:
        frame = pd.DataFrame(rows)  # one scan: row by row DuckDB takes a hundred times as long
        connection.register("rows", frame)
        connection.execute(f"INSERT INTO {name} SELECT * FROM rows")  # noqa: S608 - our own names
        connection.unregister("rows")
