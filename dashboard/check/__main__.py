"""Hold every figure of a draft against those held here: python -m dashboard check FILE.

Prints each figure with what it is and why. Gives 0 where nothing is wrong, 1 where a figure is contradicted,
superseded or of another place or period, 2 with a sentence where the draft cannot be read.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.check.check import CheckedDraft, check
from dashboard.check.draft import Unreadable
from dashboard.check.files.reader import read
from dashboard.check.mark import FAULTS, STATES, mark_record
from dashboard.check.reading.vocabulary import SpoiltWords
from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.runtime.atomic_write import write_text
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.site import open_site


def main(arguments: Sequence[str]) -> int:
    """Check one draft; what it gives stands above."""
    options = _parser().parse_args(arguments)
    try:
        _writable(options.out)
        checked = _checked(options)
        if options.out:
            _write(checked, options.out)
    except (Unreadable, SpoiltWords, InvalidSetting, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(_of_the_file(error), file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps([mark_record(mark) for mark in checked.marks], ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(checked)))
    return int(any(mark.state in FAULTS for mark in checked.marks))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard check", description=__doc__)
    parser.add_argument("file", metavar="FILE", help="a DOCX, PPTX, PDF or text file; - for standard input")
    parser.add_argument("--region", metavar="CODE", help="whose office reads it: a city region; else REGION")
    parser.add_argument("--out", metavar="FILE", help="write the draft with its marks there, as HTML")
    parser.add_argument(
        "--address",
        metavar="URL",
        help="what links of that file begin with: this site's address; else PUBLIC_ADDRESS, or PUBLIC_VIEW",
    )
    parser.add_argument("--json", action="store_true", help="print the marks as JSON, for programs")
    return parser


def _checked(options: argparse.Namespace) -> CheckedDraft:
    settings = Settings.from_environment()
    content = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    ensure_datastore(settings)
    site = open_site(settings)
    code = options.region or settings.region
    home = next((one for one in site.geography.regions if one.code == code), None)
    if home is None:
        raise InvalidSetting(f"--region {code}: no city region here has this code.")
    checked = check(site, home, read(content, Path(options.file).name))
    return replace(checked, origin=_origin(options.address, settings))


def _origin(address: str | None, settings: Settings) -> str:
    """What links of a file begin with; "" where nothing says it."""
    if address is not None:
        if not re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", address):
            raise InvalidSetting(f"--address {address}: give one such as https://data.example.gov.uk")
        return address.rstrip("/")
    return os.environ.get("PUBLIC_ADDRESS", "").rstrip("/") or settings.public_view


def _writable(out: str | None) -> None:
    """Raises InvalidSetting where `out` lies in no folder: one that is mistyped is not made."""
    if out and not Path(out).parent.is_dir():
        raise InvalidSetting(f"--out {out}: there is no folder {Path(out).parent}; make it first.")


def _of_the_file(error: OSError) -> str:
    why = {
        FileNotFoundError: "there is no such file",
        IsADirectoryError: "this is a folder; name a file",
        PermissionError: "this may not be read or written by you",
    }.get(type(error), error.strerror or "this cannot be read or written")
    return f"{error.filename}: {why}."


def _write(checked: CheckedDraft, out: str) -> None:
    from dashboard.check.document import document  # templates are for files alone

    write_text(Path(out), document(checked))
    if not checked.origin:
        print(f"{out} has no links: say --address https://... or set PUBLIC_VIEW.", file=sys.stderr)


def _lines(checked: CheckedDraft) -> Iterator[str]:
    for mark in checked.marks:
        yield f"{STATES[mark.state]}: {mark.text}. {mark.why}"
        yield from (f"    held: {one.sentence}" for one in mark.held)
    wrong = sum(mark.state in FAULTS for mark in checked.marks)
    yield f"{len(checked.marks)} figures, {wrong} to put right."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
