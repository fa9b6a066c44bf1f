"""`python -m dashboard.build [public] [office]`: build the datastores of the audiences named, else of all."""

import sys
from collections.abc import Sequence

import duckdb

from dashboard.build.datastores import build
from dashboard.catalogue.indicators import AUDIENCES
from dashboard.datastore.disk import of_the_disk
from dashboard.datastore.store import DatastoreError
from dashboard.settings import Settings


def _asked(names: list[str]) -> Sequence[str]:
    """The audiences named on the command line: a machine of the public view has `public` alone."""
    if unknown := sorted(set(names) - set(AUDIENCES)):
        raise ValueError(
            f"{unknown[0]}: there is no such audience; name {' or '.join(AUDIENCES)}, or none for both"
        )
    return [audience for audience in AUDIENCES if audience in names] or AUDIENCES


if __name__ == "__main__":
    try:
        build(Settings.from_environment(), audiences=_asked(sys.argv[1:]))
    except (DatastoreError, ValueError) as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    except (OSError, duckdb.IOException) as error:
        print(of_the_disk(error), file=sys.stderr)
        sys.exit(1)
