"""`python -m dashboard.inbox prepare | forget`: make the inbox’s table; forget what is old, by a timer."""

import sys

from dashboard.inbox.letterbox import Closed
from dashboard.inbox.tray import NAMES_DAYS, WORDS_DAYS, forget, prepare
from dashboard.settings import InvalidSetting, Settings


def main(arguments: list[str]) -> int:
    """Do what `arguments` say; 0, or 2 with one sentence."""
    try:
        settings = Settings.from_environment()
        match arguments:
            case ["prepare"]:
                prepare(settings)
                print("The inbox is there")
            case ["forget"]:
                names, whole = forget(settings)
                print(f"{names} names or contacts of more than {NAMES_DAYS} days were deleted")
                print(f"{whole} questions of more than {WORDS_DAYS} days were deleted")
            case _:
                print("Use: python -m dashboard.inbox prepare | forget", file=sys.stderr)
                return 2
    except (InvalidSetting, Closed) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
