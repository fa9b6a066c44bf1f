"""What a scheduled pack held when it was last made: kept beside it, to say what has changed since."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.datastore.areas import Area
from dashboard.packs.model import Pack
from dashboard.site import Site
from dashboard.statements.changes import Change, Digest, changes, digest, from_plain, plain


@dataclass(frozen=True)
class Last:
    """The figures of a pack as last made, from which snapshot, its day, and what it held `before` that."""

    snapshot: str
    day: date
    held: Digest
    before: "Last | None" = None


def last_made(out: Path, name: str, code: str) -> Last | None:
    """What the pack `name` about the place with `code` last held in the folder `out`; None for the first."""
    try:
        return _last(json.loads(_path(out, name, code).read_text(encoding="utf-8")))
    except (FileNotFoundError, KeyError, TypeError, ValueError):
        return None  # never made here, or kept by an older version of this file


def last_of_other_figures(out: Path, name: str, code: str, snapshot: str) -> Last | None:
    """What the pack last held before it was made from `snapshot`: the same before and after it is made."""
    last = last_made(out, name, code)
    return last if last is None or last.snapshot != snapshot else last.before


def keep_last(out: Path, pack: Pack, held: Digest) -> None:
    """Keep what `pack` holds as what it last held, with what it held before it had the figures of now."""
    before = last_of_other_figures(out, pack.name, pack.place.code, pack.snapshot)
    path = _path(out, pack.name, pack.place.code)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = _kept(Last(pack.snapshot, pack.day, held)) | {"before": before and _kept(before)}
    path.write_text(json.dumps(kept), encoding="utf-8")


def since_last(site: Site, last: Last, place: Area) -> list[Change]:
    """What `site` holds about `place` that the pack did not when it was last made."""
    return changes(site, last.held, digest(site, areas_held(site, place)), place)


def areas_held(site: Site, place: Area) -> list[Area]:
    """The areas whose figures are compared: the place, and those it has."""
    return [place, *site.geography.members(place.code)]


def _kept(last: Last) -> dict:
    return {"snapshot": last.snapshot, "day": last.day.isoformat(), "held": plain(last.held)}


def _last(kept: dict) -> Last:
    before = _last(kept["before"]) if kept.get("before") else None
    return Last(kept["snapshot"], date.fromisoformat(kept["day"]), from_plain(kept["held"]), before)


def _path(out: Path, name: str, code: str) -> Path:
    return out / "last" / f"{name}-{code}.json"
