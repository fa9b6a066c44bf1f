"""Schedule: the packs that are made after each refresh, and what changed since each was last made."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dashboard.packs.brief import FOLDER, InvalidBrief
from dashboard.packs.faces import FACES
from dashboard.packs.model import Pack
from dashboard.packs.order import Desk
from dashboard.statements.changes import Change, changes, digest, from_plain, plain

SCHEDULE = FOLDER / "schedule.toml"
_KEYS = {"brief", "place", "theme", "formats"}


@dataclass(frozen=True)
class Due:
    """One line of the schedule: a brief by name, its places ("districts", a code, "" for the region)."""

    brief: str
    place: str = ""
    theme: str = ""
    formats: tuple[str, ...] = ("pdf",)


def read_schedule(path: Path = SCHEDULE) -> list[Due]:
    """The schedule at `path`; empty where there is none. Raises InvalidBrief with one sentence."""
    where = f"data/briefs/{path.name}"
    try:
        lines = tomllib.loads(path.read_text(encoding="utf-8")).get("packs", [])
    except FileNotFoundError:
        return []
    except tomllib.TOMLDecodeError as error:
        raise InvalidBrief(f"{where}: mend the TOML: {error}") from error
    return [_due(f"{where}, pack {number}", line) for number, line in enumerate(lines, 1)]


def _due(where: str, line: dict) -> Due:
    if unknown := sorted(line.keys() - _KEYS):
        raise InvalidBrief(f"{where}: remove {', '.join(unknown)}, which a scheduled pack does not have")
    if "brief" not in line:
        raise InvalidBrief(f"{where}: add the name of its brief")
    formats = tuple(line.get("formats", ("pdf",)))
    if wrong := [ending for ending in formats if ending not in FACES]:
        raise InvalidBrief(f"{where}: {wrong[0]!r} is no format; choose from: {', '.join(FACES)}")
    return Due(line["brief"], line.get("place", ""), line.get("theme", ""), formats)


def render(desk: Desk, out: Path, lines: list[Due], say: Callable[[str], None] = print) -> list[Path]:
    """Make every pack that is due into `out`, with a list of what changed since it was last made there."""
    made: list[Path] = []
    for due in lines:
        brief = desk.brief(due.brief, due.theme)
        for place in desk.places(brief, due.place):
            made += _render(desk, out, desk.pack(brief, place), due.formats, say)
    return made


def _render(
    desk: Desk, out: Path, pack: Pack, formats: tuple[str, ...], say: Callable[[str], None]
) -> list[Path]:
    site, place = desk.site(pack.audience), pack.place
    kept = out / "last" / f"{pack.name}-{place.code}.json"
    now = digest(site, [place, *site.geography.members(place.code)])
    before = from_plain(json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else None
    found = None if before is None else changes(site, before, now, place)
    paths = [write(out, pack, ending) for ending in formats]
    news = out / f"{pack.stem}-changes.txt"
    news.write_text(_news(pack, found), encoding="utf-8")
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(plain(now)), encoding="utf-8")  # last: a pack that failed is not the last one
    many = f"{len(found or ())} change{'' if len(found or ()) == 1 else 's'}"
    said = "first made" if found is None else f"{many} since it was last made"
    say(f"{pack.title}, {place.name}: {said}")
    return [*paths, news]


def write(out: Path, pack: Pack, ending: str) -> Path:
    """Write one face of `pack` into `out`; gives the file's path."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{pack.stem}.{ending}"
    path.write_bytes(FACES[ending].write(pack))
    return path


def _news(pack: Pack, found: list[Change] | None) -> str:
    head = f"{pack.title}, {pack.place.name}. {pack.as_of}. Snapshot {pack.snapshot}.\n\n"
    if found is None:
        return head + "This pack was made for the first time.\n"
    if not found:
        return head + "No figure has changed since this pack was last made.\n"
    return (
        head + "What changed since this pack was last made:\n" + "".join(f"- {item.text}\n" for item in found)
    )
