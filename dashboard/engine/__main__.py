"""`python -m dashboard.engine --engine spark://host:7077 --out DIR`: every indicator to parquet."""

import argparse
import os
import sys
import time
from pathlib import Path

from dashboard.catalogue.indicators import AUDIENCES, InvalidIndicator, load_indicators
from dashboard.datastore.store import DatastoreError
from dashboard.engine.materialise import materialise, open_engine, published
from dashboard.engine.results import CannotRun
from dashboard.settings import InvalidSetting, Settings


def main(arguments: list[str] | None = None) -> int:
    """0 when every indicator was made, 1 when some were refused by name, 2 when nothing could be done."""
    given = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
        indicators = load_indicators(settings.queries, given.audience)
        chosen = [item for name, item in indicators.items() if not given.only or name in given.only]
        folders = [settings.data / name for name in dict.fromkeys(("public", given.audience))]
        files = published(folder for folder in folders if (folder / "manifest.json").exists())
        began = time.monotonic()
        with open_engine(given.engine, files) as engine:
            made = materialise(engine, chosen, given.out, lambda text: print(text, file=sys.stderr))
    except (CannotRun, DatastoreError, InvalidIndicator, InvalidSetting) as error:
        print(error, file=sys.stderr)
        return 2
    took = time.monotonic() - began
    print(f"{given.out}: {len(made.rows)} indicators, {sum(made.rows.values()):,} rows, {took:.1f} s")
    return 1 if made.refused else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.engine", description=__doc__)
    add = parser.add_argument
    add("--engine", default=os.environ.get("ENGINE", "duckdb"), help="duckdb, or a Spark master (ENGINE)")
    add("--out", type=Path, required=True, help="folder to write <theme>/<name>.parquet to")
    add("--audience", choices=AUDIENCES, default="office", help="whose indicators and tables (office)")
    add("--only", nargs="+", default=[], metavar="ID", help="only these, such as housing/median_price")
    return parser


if __name__ == "__main__":
    sys.exit(main())
