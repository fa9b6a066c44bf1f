"""What a scheduled pack held when it was last made: kept beside it, to say what has changed since."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dashboard.packs.model import Pack
from dashboard.statements.changes import Digest, from_plain, plain


@dataclass(frozen=True)
class Last:
    """The figures of a pack as last made, from which snapshot, and its day."""

    snapshot: str
    day: date
    held: Digest


def last_made(out: Path, name: str, code: str) -> Last | None:
    """What the pack `name` about the place with `code` last held in the folder `out`; None for the first."""
    try:
        kept = json.loads(_path(out, name, code).read_text(encoding="utf-8"))
        return Last(kept["snapshot"], date.fromisoformat(kept["day"]), from_plain(kept["held"]))
    except (FileNotFoundError, KeyError, TypeError, ValueError):
        return None  # never made here, or kept by an older version of this file


def keep_last(out: Path, pack: Pack, held: Digest) -> None:
    """Keep what `pack` holds as what it last held."""
    path = _path(out, pack.name, pack.place.code)
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"snapshot": pack.snapshot, "day": pack.day.isoformat(), "held": plain(held)}
    path.write_text(json.dumps(kept), encoding="utf-8")


def _path(out: Path, name: str, code: str) -> Path:
    return out / "last" / f"{name}-{code}.json"
