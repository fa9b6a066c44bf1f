"""Build the datastores: assemble the published parquet, then work out at build what pages only read.

Attention statements for every region and projections for every indicator are computed here, once, on the
finished file before it is served.
"""

import sys
from collections.abc import Callable
from dataclasses import astuple, fields, replace
from pathlib import Path

import duckdb

from dashboard.datastore.assemble import assemble
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings
from dashboard.site import Site, open_site
from dashboard.statements.attention import Statement, attention

_TYPES = {"str": "VARCHAR", "int": "INTEGER", "float": "DOUBLE", "bool": "BOOLEAN"}


def build(settings: Settings, say: Callable[[str], None] = print) -> dict[str, str]:
    """Build both audiences' datastores from `settings.data`; give each audience's snapshot id.

    The office reads what is public and what is its own; the public file is built without the latter.
    Raises DatastoreError or InvalidIndicator; what was served before keeps being served.
    """
    made = {}
    for audience in ("public", "office"):
        mine = replace(settings, audience=audience)
        folders = [settings.data / name for name in dict.fromkeys(("public", audience))]
        present = [folder for folder in folders if folder.name == "public" or _published(folder)]
        made[audience] = assemble(present, mine.datastore, finish=lambda path, mine=mine: derive(mine, path))
        say(f"{mine.datastore}: snapshot {made[audience]}")
    return made


def _published(folder: Path) -> bool:
    return (folder / "manifest.json").exists()


def derive(settings: Settings, path: Path) -> None:
    """Add to the datastore at `path` what is derived from it: the table `statements`."""
    site = open_site(settings, path)
    try:
        rows = list(_statements(site))
    finally:
        site.store.close()
    connection = duckdb.connect(str(path))
    try:
        columns = ", ".join(f"{field.name} {_TYPES[field.type.__name__]}" for field in fields(Statement))
        connection.execute(f"CREATE TABLE statements (region VARCHAR, position INTEGER, {columns})")
        marks = ", ".join("?" * (2 + len(fields(Statement))))
        connection.executemany(f"INSERT INTO statements VALUES ({marks})", rows)  # noqa: S608 - only ? marks
        connection.execute("CHECKPOINT")
    finally:
        connection.close()


def _statements(site: Site):
    for region in site.geography.regions:
        for position, item in enumerate(attention(site, region)):
            yield (region.code, position, *astuple(item))


if __name__ == "__main__":
    try:
        build(Settings.from_environment())
    except (DatastoreError, ValueError) as error:
        print(error, file=sys.stderr)
        sys.exit(1)
