"""`python -m dashboard record export FILE | import FILE | publish`: the record without a browser."""

import argparse
import sys
from pathlib import Path

from dashboard.catalogue.indicators import load_indicators
from dashboard.catalogue.pre_election import InvalidPeriod
from dashboard.datastore.disk import refused_by_the_disk
from dashboard.inbox.writer import InboxUnavailable
from dashboard.record.access import RecordUnavailable
from dashboard.record.example.file import Example
from dashboard.record.promises.public_file import publish_promises
from dashboard.record.publish import mark_deferred, one_at_a_time, publish, publish_answers, publish_feeds
from dashboard.record.store import Record
from dashboard.record.transfer import ImportRefused, exported, take
from dashboard.runtime.atomic_write import write_text
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

_TOLD = (InvalidSetting, InvalidPeriod, ImportRefused, RecordUnavailable, InboxUnavailable, OSError)


def main(arguments: list[str]) -> int:
    """Do what `arguments` say; 0, or 2 with one sentence."""
    given = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment()
        print(_done(given, settings, Record.open(settings)))
    except _TOLD as error:
        if refused_by_the_disk(error):
            raise  # said by dashboard/__main__.py
        print(error, file=sys.stderr)
        return 2
    return 0


def _done(given: argparse.Namespace, settings: Settings, record: Record) -> str:
    if given.what == "export":
        write_text(given.file, exported(record), 0o600)
        return f"{given.file}: the record was exported"
    if given.what == "import":
        count = take(record, given.file.read_bytes())
        Example(settings).remove()  # it is never beside what is recorded
        return (
            f"{given.file}: {count} versions were new and have been imported; {_published(settings, record)}"
        )
    return _published(settings, record)


def _published(settings: Settings, record: Record) -> str:
    """What was published. Pilots need their figures: the office's process writes them, within a minute."""
    mark_deferred(settings.data)
    with one_at_a_time(settings.data):
        public = load_indicators(settings.queries, "public")
        count = publish(record, settings.data, public)
        publish_promises(record, settings.data, public)
        publish_feeds(record, settings.data)
        return f"{count} decisions and {publish_answers(record, settings)} answers are published"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard record", description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    for name, what in (
        ("export", "write every version of everything to FILE, as JSON"),
        ("import", "add what FILE holds and the record does not; refuses, whole, what would overwrite"),
    ):
        commands.add_parser(name, help=what).add_argument("file", metavar="FILE", type=Path)
    commands.add_parser("publish", help="write DATA/public/decisions.json again, and what was answered")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
