"""`python -m dashboard build [public] [office]`: build the datastores of those named, else of both."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
from tqdm import tqdm

from dashboard.build.datastores import build
from dashboard.catalogue.indicators import AUDIENCES
from dashboard.datastore.disk import of_the_disk, refused_by_the_disk
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings


def main(arguments: Sequence[str]) -> int:
    """Build; 0 when all are built, 1 with one sentence when one is not: what was served stays."""
    given = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
        settings = replace(settings, data=given.data) if given.data else settings
        build(settings, audiences=_audiences_named(given.audiences), progress=_bar)
    except (DatastoreError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, duckdb.Error) as error:
        if not isinstance(error, OSError) and not refused_by_the_disk(error):
            raise
        print(of_the_disk(error), file=sys.stderr)
        return 1
    return 0


def _bar(indicators: list[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """A bar with the time that is left, where a person looks at the output."""
    return tqdm(indicators, unit="indicator", dynamic_ncols=True, disable=None, file=sys.stdout)


def _audiences_named(names: list[str]) -> Sequence[str]:
    """The audiences named on the command line: a machine of the public view has `public` alone."""
    if unknown := sorted(set(names) - set(AUDIENCES)):
        raise ValueError(
            f"{unknown[0]}: there is no such audience; name {' or '.join(AUDIENCES)}, or none for both"
        )
    return [audience for audience in AUDIENCES if audience in names] or AUDIENCES


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard build", description=__doc__)
    parser.add_argument("audiences", nargs="*", metavar="AUDIENCE", help=" or ".join(AUDIENCES))
    parser.add_argument("--data", type=Path, help="the data folder (default: DATA_DIR, else data)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
