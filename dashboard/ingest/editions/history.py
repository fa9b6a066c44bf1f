"""Editions that were published before, kept so that the last refresh can be taken back."""

import json
from dataclasses import asdict
from pathlib import Path

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.editions.edition import Edition, place
from dashboard.runtime.atomic_write import write_text

KEEP = 5  # editions; parquet that several of them share is kept once


class History:
    """`folder`/editions.json, oldest first, and `folder`/objects/<sha256>.parquet."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._list = folder / "editions.json"

    def editions(self) -> list[Edition]:
        """The kept editions, oldest first; the last is the one that is published."""
        if not self._list.exists():
            return []
        return [Edition(**given) for given in json.loads(self._list.read_text("utf-8"))]

    def keep(self, out: Path, edition: Edition) -> None:
        """Links the files of `edition`, which stands in `out`."""
        objects = self.folder / "objects"
        objects.mkdir(parents=True, exist_ok=True)
        for audience in AUDIENCES:
            for name, entry in edition.manifests[audience]["files"].items():
                there, here = self.object(entry["sha256"]), out / audience / name
                # Both may be one file on disk, and spoilt together by whoever wrote over it.
                if not _holds(there, entry["sha256"]) and _holds(here, entry["sha256"]):
                    place(here, there)

    def object(self, digest: str) -> Path:
        """Where the file with this content is kept."""
        return self.folder / "objects" / f"{digest}.parquet"

    def record(self, editions: list[Edition]) -> None:
        """Makes `editions` the list, and lets go of files that none of them has."""
        editions = editions[-KEEP:]
        write_text(self._list, json.dumps([asdict(edition) for edition in editions]))
        used = {
            entry["sha256"]
            for edition in editions
            for manifest in edition.manifests.values()
            for entry in manifest["files"].values()
        }
        for path in (self.folder / "objects").glob("*.parquet"):
            if path.stem not in used:
                path.unlink()


def _holds(path: Path, digest: str) -> bool:
    return path.exists() and publish.digest(path) == digest
