"""The former figures of every table that a refresh takes anew, within what may be spent on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from dashboard.datastore.editions.former_rows import changed_rows
from dashboard.datastore.editions.kept_editions import SUFFIX
from dashboard.ingest.editions.former_figures import (
    MOST_OF_TABLES,
    SMALL_BYTES,
    former_file_name,
    keeps,
    without_oldest,
    written,
)
from dashboard.ingest.staged import Staged


@dataclass(frozen=True)
class Published:
    """What is published in `home` by its manifest's `files`, and `stage`, where what will be is put
    together."""

    home: Path
    stage: Path
    files: dict[str, dict[str, Any]]

    def released(self, dataset: str) -> date | None:
        """When the published edition of `dataset` came out, where that is recorded."""
        path = self.home / "datasets.parquet"
        rows = pq.read_table(path, columns=["dataset", "source_date"]).to_pylist() if path.exists() else []
        return next((row["source_date"] for row in rows if row["dataset"] == dataset), None)


def former_entries(
    taken: Sequence[Staged], published: Published, rebased: frozenset[str], day: date
) -> dict[str, dict[str, Any]]:
    """The manifest's entries of the former figures of what is `taken` on `day`, written where they change."""
    found: dict[str, dict[str, Any]] = {}
    for item in taken:
        for name in item.files:
            if keeps(name, item.files, published.files) and (
                entry := _former_entry(item, name, published, rebased, day)
            ):
                found[former_file_name(name)] = entry
    return _within(found, published)


def _former_entry(
    item: Staged, name: str, published: Published, rebased: frozenset[str], day: date
) -> dict[str, Any] | None:
    """The entry of the former figures of one table: as they are where it did not change."""
    new, old, there = item.files[name], published.files[name], former_file_name(name)
    if new["sha256"] == old["sha256"]:
        return published.files.get(there)
    before = published.home / there
    paths = (published.home / name, published.stage / name)
    if not paths[0].exists():
        return None
    kept = before if there in published.files and before.exists() else None
    ours = new["read"] == old["read"]  # the same file read otherwise is no revision of its publisher's
    table = changed_rows(
        paths, kept, day, published.released(item.dataset), ours or Path(name).stem in rebased
    )
    if table is None or not table.num_rows:
        return None
    return written(table, published.stage / there, new)


def _within(found: dict[str, dict[str, Any]], published: Published) -> dict[str, dict[str, Any]]:
    """`found` without the oldest days of the largest, until all together are within MOST_OF_TABLES."""
    kept = {name for name in published.files if name.endswith(f"{SUFFIX}.parquet")}
    allowed = max(
        MOST_OF_TABLES * sum(_bytes(published, name) for name in published.files.keys() - kept), SMALL_BYTES
    )
    while found and sum(_bytes(published, name) for name in kept | found.keys()) > allowed:
        name = max(found, key=lambda each: _bytes(published, each))
        left = without_oldest(pq.read_table(_path(published, name)))
        like = found.pop(name)
        if left is not None:
            found[name] = written(left, published.stage / name, like)
    return found


def _path(published: Published, name: str) -> Path:
    staged = published.stage / name
    return staged if staged.exists() else published.home / name


def _bytes(published: Published, name: str) -> int:
    path = _path(published, name)
    return path.stat().st_size if path.exists() else 0
