"""`python -m dashboard example load | remove`: the worked example of the first day, without a browser."""

import argparse
import sys
from dataclasses import replace

from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.pages import pages_for
from dashboard.record.example.content import fill
from dashboard.record.example.file import Example
from dashboard.record.office import OfficeRecord
from dashboard.record.store import Record
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import open_site

MIXED = "Something is recorded here: the example is never mixed with it"


def main(arguments: list[str]) -> int:
    """Load the example of the region of the settings, or remove it; 0, or 2 with one sentence."""
    parser = argparse.ArgumentParser(prog="python -m dashboard example", description=__doc__)
    parser.add_argument(
        "what", choices=("load", "remove"), help="load it into an empty record, or take it away"
    )
    given = parser.parse_args(arguments)
    try:
        settings = Settings.from_environment()
        print(_loaded(settings) if given.what == "load" else _removed(settings))
    except (InvalidSetting, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _loaded(settings: Settings) -> str:
    record = Record.open(settings)
    if record.size():
        raise InvalidSetting(MIXED)
    ensure_datastore(settings)
    site = replace(open_site(settings), record=OfficeRecord(record))
    region = site.geography[settings.region]
    count = fill(site, region, pages_for("office"), Example(settings).begin())
    return f"{count} things of the worked example are shown for {region.name}: `make run`"


def _removed(settings: Settings) -> str:
    Example(settings).remove()
    return "The worked example is removed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
