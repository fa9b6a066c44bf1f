"""`python -m dashboard engine --engine spark://host:7077 --out DIR`: every indicator to parquet."""

import argparse
import os
import sys
import time
from pathlib import Path

from dashboard.catalogue.indicators import AUDIENCES, InvalidIndicator
from dashboard.datastore.store import DatastoreError
from dashboard.engine.materialise import of_snapshot
from dashboard.engine.results import CannotRun
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting


def main(arguments: list[str] | None = None) -> int:
    """0 when every indicator was made, 1 when some were refused by name, 2 when nothing could be done."""
    given = _parser().parse_args(arguments)
    try:
        settings, began = Settings.from_environment(), time.monotonic()
        made = of_snapshot(given.engine, settings, given.audience, given.out, given.only, _complain)
    except (CannotRun, DatastoreError, InvalidIndicator, InvalidSetting) as error:
        print(error, file=sys.stderr)
        return 2
    took = time.monotonic() - began
    print(f"{given.out}: {len(made.rows)} indicators, {sum(made.rows.values()):,} rows, {took:.1f} s")
    return 1 if made.refused else 0


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard engine", description=__doc__)
    add = parser.add_argument
    add("--engine", default=os.environ.get("ENGINE", "duckdb"), help="duckdb, or a Spark master (ENGINE)")
    add("--out", type=Path, required=True, help="folder to write <theme>/<name>.parquet to")
    add("--audience", choices=AUDIENCES, default="office", help="whose indicators and tables (office)")
    add("--only", nargs="+", default=[], metavar="ID", help="only these, such as housing/median_price")
    return parser


if __name__ == "__main__":
    sys.exit(main())
