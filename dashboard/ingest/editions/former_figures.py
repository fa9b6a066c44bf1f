"""Former figures: what a refresh changes in a table, kept beside it, so that an earlier day can be gone
back to.

Only rows that went or came are kept, never a whole edition. What was made under another disclosure rule is
let go, and so is what a table held in other columns.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.datastore.as_of import LOOKUPS
from dashboard.datastore.editions.kept_editions import SUFFIX
from dashboard.ingest.editions import manifest as publish

# They carry their own days, or say what lies where.
WITHOUT = frozenset((*LOOKUPS, "unions", "past_editions"))
MOST_OF_TABLES = 0.15  # of the bytes of all published tables, a fifth of a datastore; beyond it the oldest go
SMALL_BYTES = 1_000_000  # bytes that need no limit


def keeps(name: str, files: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Whether former figures of the file `name` may be kept: `files` are to be published, `old` are."""
    table = Path(name).stem
    if table in WITHOUT or table.endswith("_history") or f"{table}_history.parquet" in files:
        return False
    rules = [entry[name].get("protected", "") for entry in (old, files) if name in entry]
    # Before editions named the file that they were read from, nobody can tell what caused a change.
    return len(rules) == 2 and rules[0] == rules[1] and "read" in old[name]


def written(table: pa.Table, path: Path, like: Mapping[str, Any]) -> dict[str, Any]:
    """Writes former figures; gives their entry of the manifest, with the rule of the table `like` which."""
    pq.write_table(table, path, compression="zstd", compression_level=15)
    entry = publish.entry(path, table.num_rows, [*like["sources"]], like["vintage"])
    return entry | ({"protected": like["protected"]} if "protected" in like else {})


def without_oldest(table: pa.Table) -> pa.Table | None:
    """Former figures without those of the first day; None where that is the only one."""
    days = sorted(set(table["seen"].to_pylist()))
    if len(days) < 2:
        return None
    return table.filter(pa.compute.greater(table["seen"], pa.scalar(days[0], table["seen"].type)))


def former_file_name(name: str) -> str:
    """The file of the former figures of the file `name`."""
    return f"{Path(name).stem}{SUFFIX}.parquet"
