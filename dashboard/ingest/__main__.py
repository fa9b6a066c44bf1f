"""`python -m dashboard.ingest --from ../shared/sources [--only NAME ...] [--out data]`"""

import argparse
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

from tqdm import tqdm

from dashboard.ingest import publish
from dashboard.ingest.refusal import Refused
from dashboard.ingest.run import Outcome, ingest


def main(arguments: list[str] | None = None) -> int:
    """Runs the ingest; 0 when every source was published, 1 when one was refused."""
    given = _parser().parse_args(arguments)
    started = time.monotonic()
    register = given.register or given.out / "sources"
    try:
        outcome = ingest(given.folder, given.out, register, given.only, _bar)
    except Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 1
    assembled = _assemble(given.out)
    print(_summary(outcome, time.monotonic() - started))
    print(assembled)
    return 1 if outcome.refused else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard.ingest", description="Builds the snapshot.")
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="folder of publishers' files")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="only these datasets")
    parser.add_argument("--out", type=Path, default=Path("data"), help="where public/ and office/ stand")
    parser.add_argument("--register", type=Path, help="folder of register entries (default: OUT/sources)")
    return parser


def _bar(sources: list):
    bar = tqdm(sources, unit="source", dynamic_ncols=True)
    for source in bar:
        bar.set_description(source.dataset[:32].ljust(32))
        yield source


def _summary(outcome: Outcome, seconds: float) -> str:
    lines = [f"note     {name}: {note}" for name, notes in outcome.notes.items() for note in notes]
    lines += [f"REFUSED  {name}: {reason}" for name, reason in sorted(outcome.refused.items())]
    for audience, changed in outcome.changed.items():
        lines.append(f"{audience}: snapshot {outcome.snapshots[audience]}, {len(changed)} files changed")
    if outcome.refused:
        lines.append(f"{len(outcome.refused)} refused: their published figures stay as they were")
    return "\n".join([*lines, f"{seconds:.0f} seconds"])


def _assemble(out: Path) -> str:
    try:
        assemble = import_module("dashboard.datastore.assemble").assemble
    except ModuleNotFoundError:
        return "datastore.duckdb not assembled: dashboard.datastore.assemble is not there yet"
    public, office = out / "public", out / "office"
    assemble(public, public / "datastore.duckdb")
    # The office reads everything: its own `datasets` and `series` list the public ones too.
    with tempfile.TemporaryDirectory(prefix=".assembling-", dir=out) as folder:
        assemble(publish.together([public, office], Path(folder)), office / "datastore.duckdb")
    return "datastore.duckdb assembled for public and office"


if __name__ == "__main__":
    sys.exit(main())
