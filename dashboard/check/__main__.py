"""Hold every figure of a draft against those held here: python -m dashboard check FILE.

Prints each figure with what it is and why. Gives 0 where nothing is wrong, 1 where a figure is contradicted,
superseded or of another place or period, 2 with a sentence where the draft cannot be read.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from dashboard.atomic_write import write_text
from dashboard.check.check import Checked, check
from dashboard.check.draft import Unreadable
from dashboard.check.files.reader import read
from dashboard.check.mark import FAULTS, STATES
from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import open_site


def main(arguments: Sequence[str]) -> int:
    """Check one draft; what it gives stands above."""
    given = _parser().parse_args(arguments)
    try:
        checked = _checked(given.file, given.region)
        if given.out:
            _write(checked, given.out)
    except (Unreadable, InvalidSetting, DatastoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps([asdict(mark) for mark in checked.marks], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(checked)))
    return int(any(mark.state in FAULTS for mark in checked.marks))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard check", description=__doc__)
    parser.add_argument("file", metavar="FILE", help="a DOCX, PPTX, PDF or text file; - for standard input")
    parser.add_argument("--region", metavar="CODE", help="whose office reads it: a city region; else REGION")
    parser.add_argument("--out", metavar="FILE", help="write the draft with its marks there, as HTML")
    parser.add_argument("--json", action="store_true", help="print the marks as JSON, for programs")
    return parser


def _checked(file: str, region: str | None) -> Checked:
    settings = Settings.from_environment()
    content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    ensure_datastore(settings)
    site = open_site(settings)
    code = region or settings.region
    home = next((one for one in site.geography.regions if one.code == code), None)
    if home is None:
        raise InvalidSetting(f"--region {code}: no city region here has this code.")
    return check(site, home, read(content, Path(file).name))


def _write(checked: Checked, out: str) -> None:
    from dashboard.check.document import document  # templates are for files alone

    write_text(Path(out), document(checked))


def _lines(checked: Checked) -> Iterator[str]:
    for mark in checked.marks:
        yield f"{STATES[mark.state]}: {mark.text}. {mark.why}"
        yield from (f"    held: {one.said}" for one in mark.held)
    wrong = sum(mark.state in FAULTS for mark in checked.marks)
    yield f"{len(checked.marks)} figures, {wrong} to put right."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
