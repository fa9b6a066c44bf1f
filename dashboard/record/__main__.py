"""`python -m dashboard.record export FILE | import FILE | publish`: the record without a browser."""

import sys
from pathlib import Path

from dashboard.record.publish import publish
from dashboard.record.store import Record
from dashboard.record.transfer import Refused, exported, take
from dashboard.settings import InvalidSetting, Settings

_USE = "Use: python -m dashboard.record export FILE | import FILE | publish"


def main(arguments: list[str]) -> int:
    """Do what `arguments` say; 0, or 2 with one sentence."""
    try:
        settings = Settings.from_environment()
        match arguments:
            case ["export", name]:
                Path(name).write_text(exported(Record.open(settings)), encoding="utf-8")
                print(f"{name}: the record was exported")
            case ["import", name]:
                count = take(Record.open(settings), Path(name).read_text(encoding="utf-8"))
                print(f"{name}: {count} versions were new and have been imported")
            case ["publish"]:
                count = publish(Record.open(settings), settings.data, settings.queries)
                print(f"{count} decisions are published")
            case _:
                print(_USE, file=sys.stderr)
                return 2
    except (InvalidSetting, Refused, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
