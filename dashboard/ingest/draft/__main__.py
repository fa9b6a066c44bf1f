"""`python -m dashboard draft FILE`: look at a new file, and draft its register entry and a first indicator.

Ten rows are shown as a refresh would read them. Nothing is written without --write; the query is written only
when theme, better and owner are given.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.catalogue.indicator import AUDIENCES, BETTER, THEMES
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.disk import refused_by_the_disk
from dashboard.ingest.draft.analysis import FileOptions, analyse_file, bound_memory
from dashboard.ingest.draft.options import apply_options, pattern_of_file, read_options
from dashboard.ingest.draft.preview import apply_draft, draft_of_file, shown, source_of
from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.draft.toml_text import toml
from dashboard.ingest.draft.written import entry_text, query_text, undecided
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.rules import DISCLOSURE
from dashboard.ingest.stage_source import published_places
from dashboard.runtime.atomic_write import write_text

ROOT = Path(__file__).resolve().parents[3]
_DECIDED: tuple[str, ...] = ("licence", "owner", "disclosure", "audience", "theme", "better")
_LONGEST = 600  # letters of a line that is shown
_DECIDED += ("publisher", "address", "description")


def main(arguments: Sequence[str]) -> int:
    """Show the draft; 0 when the file can be read by it, 1 with the sentence of what is in its way."""
    given = _parser().parse_args(arguments)
    if given.json:
        return _as_json(given)
    data = _data(given)
    queries = Path(os.environ.get("QUERIES_DIR") or ROOT / "queries")
    try:
        return _draft(given, data, queries)
    except (Refused, OSError) as error:
        if refused_by_the_disk(error):
            raise  # said by dashboard/__main__.py
        print(error if isinstance(error, Refused) else _unread(given.file, error), file=sys.stderr)
        return 1


def _cut(line: str) -> str:
    """A line as a screen takes it: a table of 300 columns need not be read to be decided."""
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} … ({len(line) - _LONGEST} letters more)"


def _unread(file: Path, error: OSError) -> str:
    """What is wrong with a path, in words: no file, a folder, one that may not be read."""
    why = "is a folder, name one file" if file.is_dir() else (error.strerror or "cannot be read").lower()
    return f"{file}: {'there is no such file' if isinstance(error, FileNotFoundError) else why}"


def _draft(given: argparse.Namespace, data: Path, queries: Path) -> int:
    places = _places(data)
    draft = draft_of_file(given.file, places, given.sheet)
    decided = {key: getattr(given, key) for key in _DECIDED}
    folder = (given.folder or given.file.parent).resolve()
    if not given.file.resolve().is_relative_to(folder):
        raise Refused(given.file, f"does not lie in {folder}, put it there or give another --from")
    name, file = given.name or _name(given.file), given.file.resolve()
    if name != _name(Path(name)):
        raise Refused(f"--name {name}", f"is no name of a table, write it as {_name(Path(name))}")
    apply_options(draft, read_options(given.option))
    source = source_of(draft, name, _path_of(draft, file, folder, given.together), _words(decided))
    try:
        frame = apply_draft(draft, file, places, folder, source.path, name)
    except Refused as refusal:
        print("\n".join(["Found:", *(f"- {each}" for each in draft.found)]))
        print("\n".join(["", "To decide first:", *(f"- {each}" for each in undecided(draft, decided))]))
        lines = [_cut(line) for line in toml(draft.options).splitlines()]
        print(
            "\n".join(["", "The options so far (another with --option KEY=VALUE):", *lines, ""]), flush=True
        )
        raise refusal
    entry, query = entry_text(source, draft, decided, frame), query_text(source, draft, decided, frame)
    _tell(draft, decided, [shown(frame, places), entry, query])
    if given.write:
        _write(given, name, entry, query, data, queries)
    return 0


def _path_of(draft: SourceDraft, file: Path, folder: Path, together: bool) -> str:
    """`path` of the entry: the file, or, where they are to be read `together`, all that are named like it."""
    pattern, many = pattern_of_file(file, folder)
    if many > 1 and not together:
        draft.asks.append(f"{many} files are named like this one ({pattern}): one dataset? then --together")
    return pattern if together else file.relative_to(folder).as_posix()


def _as_json(given: argparse.Namespace) -> int:
    """What is found, as JSON on standard output, for a program; 1 with `refused` where it cannot be read."""
    bound_memory()
    try:
        said = FileOptions(given.sheet, given.name or _name(given.file), tuple(given.option), given.together)
        found = analyse_file(given.file.resolve(), _places(_data(given)), said)
    except Refused as error:
        found = {"refused": str(error)}
    except (OSError, MemoryError, RecursionError):
        found = {"refused": "it is larger than can be looked at here, save the table that is meant alone"}
    print(json.dumps(found, ensure_ascii=False))
    return 1 if found.get("refused") else 0


def _data(given: argparse.Namespace) -> Path:
    return given.data or Path(os.environ.get("DATA_DIR") or ROOT / "data")


def _words(decided: dict[str, str]) -> dict[str, str]:
    return {key: decided[key] for key in ("licence", "owner", "disclosure", "audience")}


def _places(data: Path) -> Places:
    places = published_places(data / "public")
    if places is None:
        raise Refused(str(data), "no areas are known there, publish them first (make refresh)")
    return places.with_regions(load_regions(data / "regions"))


def _tell(draft: SourceDraft, decided: dict[str, str], parts: list[str]) -> None:
    rows, entry, query = parts
    print("\n".join(["Found:", *(f"- {each}" for each in draft.found)]))
    print(f"\nAs it would be read:\n{rows}\n\nThe entry:\n\n{entry}\nA first query:\n\n{query}")
    if left := undecided(draft, decided):
        print("\n".join(["Only a person can decide:", *(f"- {each}" for each in left)]))


def _write(given: argparse.Namespace, name: str, entry: str, query: str, data: Path, queries: Path) -> None:
    """Writes what is not there yet. Raises Refused rather than write over anything."""
    files = [(data / "sources" / f"{name}.toml", entry)]
    if given.theme and given.better and given.owner:
        files.append((queries / given.theme / f"{name}.sql", query))
    else:
        print("\nThe query is not written: give --theme, --better and --owner")
    for path, _ in files:
        if path.exists():
            raise Refused(str(path), "stands there already, give another --name or take it away")
    for path, text in files:
        write_text(path, text)
        print(f"written: {path}")


def _name(file: Path) -> str:
    """A table's name from a file's: lower case letters, digits and underscores."""
    text = re.sub(r"[^a-z0-9]+", "_", file.stem.lower()).strip("_")
    return text if text[:1].isalpha() else f"file_{text}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard draft", description=__doc__)
    add = parser.add_argument
    add("file", type=Path, help="the publisher's file, as it came")
    add("--sheet", default="", help="the sheet, where several hold a table")
    add("--from", dest="folder", type=Path, help="the folder of sources that FILE lies in (its own)")
    add("--option", action="append", default=[], metavar="KEY=VALUE", help="what [options] is to say besides")
    add("--together", action="store_true", help="read with it the files that are named like it but for dates")
    add("--name", default="", help="what the dataset is to be called (default: after the file)")
    add("--licence", default="", help="such as “Open Government Licence v3.0”")
    add("--owner", default="", help="the team here that answers for it")
    add("--publisher", default="", help="who brings it out")
    add("--address", default="", help="the page it comes from")
    add("--description", default="", help="what it is, in a sentence")
    add("--disclosure", default="", choices=("", *DISCLOSURE), help="how small counts are protected")
    add("--audience", default="", choices=("", *AUDIENCES), help="who may see it (office)")
    add("--theme", default="", choices=("", *THEMES), help="the theme of its first indicator")
    add("--better", default="", choices=("", *BETTER), help="which direction is good")
    add("--write", action="store_true", help="write the entry, and the query where all of it is decided")
    add("--json", action="store_true", help="say it as JSON, for a program")
    add("--data", type=Path, help="the data folder (default: DATA_DIR, else data)")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
