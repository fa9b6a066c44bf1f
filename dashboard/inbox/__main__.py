"""`python -m dashboard inbox prepare | forget`: make the inbox’s table; forget what is old, by a timer."""

import argparse
import sys

from dashboard.inbox.reader import NAMES_DAYS, WORDS_DAYS, forget, prepare
from dashboard.inbox.writer import InboxUnavailable
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting


def main(arguments: list[str]) -> int:
    """Do what `arguments` say; 0, or 2 with one sentence."""
    parser = argparse.ArgumentParser(prog="python -m dashboard inbox", description=__doc__)
    commands = parser.add_subparsers(dest="what", required=True)
    commands.add_parser("prepare", help="make the table of the inbox where it is missing")
    commands.add_parser("forget", help="delete names and questions that are older than what is promised")
    given = parser.parse_args(arguments)
    try:
        settings = Settings.from_environment()
        print(_forgotten(settings) if given.what == "forget" else _prepared(settings))
    except (InvalidSetting, InboxUnavailable) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _prepared(settings: Settings) -> str:
    prepare(settings)
    return "The inbox is there"


def _forgotten(settings: Settings) -> str:
    names, whole = forget(settings)
    return (
        f"{names} names or contacts of more than {NAMES_DAYS} days were deleted, "
        f"and {whole} questions of more than {WORDS_DAYS}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
