"""`python -m dashboard indicator theme/name`: check one query against the datastore, in seconds.

Its table must have been published (a refresh does that); the query itself need not be in any datastore yet.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dashboard.audit.query.check import QueryCheck, checked
from dashboard.catalogue.indicators import InvalidIndicator, out_of_place, read_indicator, taken_from
from dashboard.datastore.areas import Geography
from dashboard.datastore.store import DatastoreError, connect
from dashboard.first_build import ensure_datastore
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting


def main(arguments: Sequence[str]) -> int:
    """Say what was found; 0 when nothing stops it, 1 when something does, 2 when it cannot be looked at."""
    given = _parser().parse_args(arguments)
    began = time.monotonic()
    try:
        settings = Settings.from_environment()
        path = _path(given.query, settings.queries)
        ensure_datastore(settings)
        store = connect(settings.datastore)
        found = checked(
            path, store, Geography.of(store), _others(settings.queries, path), datetime.now(UTC).date()
        )
    except (InvalidIndicator, InvalidSetting, DatastoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    found.faults += out_of_place(settings.queries)
    print("\n".join([*_lines(found), *_shared(settings.queries, path)]))
    print(f"{time.monotonic() - began:.1f} seconds")
    return 1 if found.faults else 0


def _lines(found: QueryCheck) -> list[str]:
    lines = [
        f"{level}: {_many(areas, 'area')}, {_many(rows, 'row')}, {figures} with a figure"
        for level, areas, rows, figures in found.levels
    ]
    lines += [f"FAULT  {fault}" for fault in found.faults] + [f"look   {doubt}" for doubt in found.doubts]
    return [*lines, "nothing stops it" if not found.faults else f"{len(found.faults)} to mend"]


def _shared(queries: Path, path: Path) -> list[str]:
    """What changes elsewhere too when it is changed here."""
    name = f"{path.parent.name}/{path.stem}"
    taken = taken_from(queries, name).items()
    return [f"its {key} is also that of {', '.join(others)}" for key, others in taken]


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _path(query: str, queries: Path) -> Path:
    """The file that `query` means: transport/bus_journeys, or a path. Raises OSError."""
    name = query.removesuffix(".sql")
    for path in (Path(f"{name}.sql"), queries / f"{name}.sql"):
        if path.is_file():
            return path
    raise OSError(f"{query}: there is no such file; say theme/name, as in {queries}")


def _others(queries: Path, path: Path) -> dict:
    found = {}
    for other in sorted(queries.glob("*/*.sql")):
        if other.resolve() == path.resolve():
            continue
        try:
            item = read_indicator(other)
        except InvalidIndicator:
            continue  # what is wrong with another file is not asked here
        found[item.id] = item
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard indicator", description=__doc__)
    parser.add_argument("query", metavar="theme/name", help="the indicator, or the path of its file")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
