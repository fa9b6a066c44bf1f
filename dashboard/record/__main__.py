"""`python -m dashboard.record export FILE | import FILE | publish`: the record without a browser."""

import sys
from pathlib import Path

from dashboard.inbox.letterbox import Closed
from dashboard.record.publish import publish, publish_answers
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
                record = Record.open(settings)
                count = publish(record, settings.data, settings.queries)
                told = publish_answers(record, settings)
                print(f"{count} decisions and {told} answers are published")
            case _:
                print(_USE, file=sys.stderr)
                return 2
    except (InvalidSetting, Refused, Closed, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
