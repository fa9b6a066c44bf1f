"""When a scheduled pack was last made, kept beside it, to say what has changed since."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.datastore.areas import REGIONS, Area
from dashboard.packs.model import Pack
from dashboard.runtime.atomic_write import write_text
from dashboard.site import Site
from dashboard.statements.changed.between import Changes, ChangesQuery, changes_between


@dataclass(frozen=True)
class Last:
    """From which snapshot a pack was last made, on which day, and what it was made from `before` that."""

    snapshot: str
    day: date
    before: "Last | None" = None


def last_made(out: Path, name: str, code: str) -> Last | None:
    """When the pack `name` about the place with `code` was last made in the folder `out`; None if never."""
    try:
        return _last(json.loads(_path(out, name, code).read_text(encoding="utf-8")))
    except (FileNotFoundError, KeyError, TypeError, ValueError):
        return None  # never made here, or kept by an older version of this file


def last_of_other_figures(out: Path, name: str, code: str, snapshot: str) -> Last | None:
    """The pack before it was made from `snapshot`: the same before and after it is made."""
    last = last_made(out, name, code)
    return last if last is None or last.snapshot != snapshot else last.before


def keep_last(out: Path, pack: Pack) -> None:
    """Keep that `pack` was made, and from what before it had the figures of now."""
    before = last_of_other_figures(out, pack.name, pack.place.code, pack.snapshot)
    path = _path(out, pack.name, pack.place.code)
    kept = _as_json(Last(pack.snapshot, pack.day)) | {"before": before and _as_json(before)}
    write_text(path, json.dumps(kept))


def since(site: Site, day: date, place: Area) -> Changes:
    """What changed after `day` for `place`; for a region, in its places too."""
    home = site.geography.home(place, site.settings.region)
    region = site.geography[home.code]
    until = date.fromisoformat(site.store.built[:10])
    return changes_between(site, ChangesQuery(region, day, until, None if place.level in REGIONS else place))


def _as_json(last: Last) -> dict:
    return {"snapshot": last.snapshot, "day": last.day.isoformat()}


def _last(kept: dict) -> Last:
    before = _last(kept["before"]) if kept.get("before") else None
    return Last(kept["snapshot"], date.fromisoformat(kept["day"]), before)


def _path(out: Path, name: str, code: str) -> Path:
    return out / "last" / f"{name}-{code}.json"
