"""Publishing that survives being killed at any moment.

Everything new is staged beside what is published. Then a journal is written, in one atomic step: before it,
nothing has happened; after it, the new edition will be published, by this run or by the next one, which
finds the journal and goes on. Every step after it can be done twice. Served is what `build` swaps in, whole,
at the end: until then readers have the old datastore.
"""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.editions.edition import Edition
from dashboard.ingest.editions.history import History
from dashboard.ingest.editions.rollback import protected
from dashboard.ingest.refusal import Refused
from dashboard.runtime.atomic_write import write_text

Build = Callable[[], object]


class Publisher:
    """Publishes to `out`, working in `work` (on the same disk), and has `build` make what is served."""

    def __init__(self, out: Path, work: Path, build: Build):
        self.out, self.build = out, build
        self.stage, self.history = work / "publishing", History(work / "history")
        self._journal = self.stage / "journal.json"

    def clear(self) -> Path:
        """Empty the stage: what a run left there that was killed before it wrote its journal is discarded."""
        shutil.rmtree(self.stage, ignore_errors=True)
        self.stage.mkdir(parents=True)
        return self.stage

    def pending(self) -> bool:
        """Whether a run was killed while it published."""
        return self._journal.exists()

    def publish(self, edition: Edition, editions: list[Edition]) -> None:
        """Publishes `edition`, whose new files are staged; `editions` is the history that will be."""
        self.history.keep(self.out, Edition.published(self.out))
        for path in self.stage.rglob("*.parquet"):
            _durable(path)
        self._write_journal(edition, editions)
        self.finish()

    def note(self, manifests: dict[str, dict[str, Any]]) -> None:
        """Writes manifests that list the same files as those they replace."""
        for audience, manifest in manifests.items():
            if manifest["files"]:
                _write_manifest(self.out / audience, manifest)

    def finish(self) -> None:
        """Completes what the journal says; where no datastore can be built of it, puts back what was."""
        past = self.editions()[:-1]
        try:
            self.complete()
        except Exception:
            if past:
                self._put_back(past)
            raise

    def _put_back(self, past: list[Edition]) -> None:
        """The last of `past` stands again, even where no datastore can be built of it: the served one stays.

        No journal is left, or the next run would take one more edition back.
        """
        try:
            self.restore(past[-1], past)
        except Exception:  # the reason that is raised is that of the new figures
            if self.pending():
                self._close(past[-1], past)

    def editions(self) -> list[Edition]:
        """The editions up to the one that is published, or is being published."""
        if not self.pending():
            return self.history.editions()
        journal = json.loads(self._journal.read_text("utf-8"))
        return [Edition(**given) for given in journal["editions"]]

    def complete(self) -> None:
        """Does, or goes on with, what the journal says."""
        journal = json.loads(self._journal.read_text("utf-8"))
        edition = Edition(**journal["edition"])
        for audience in AUDIENCES:
            self._apply(audience, edition)
        self.build()
        self._close(edition, [Edition(**given) for given in journal["editions"]])

    def _close(self, edition: Edition, editions: list[Edition]) -> None:
        self.history.keep(self.out, edition)
        self.history.record(editions)
        self._journal.unlink()
        shutil.rmtree(self.stage, ignore_errors=True)

    def restore(self, edition: Edition, editions: list[Edition]) -> None:
        """Publishes an edition that the history keeps."""
        self.clear()
        self._write_journal(edition, editions)
        self.complete()

    def go_back(self, kept: list[Edition], register: Path) -> tuple[Edition, list[str]]:
        """Publishes the last but one of `kept`; where no datastore can be built of it, the last stays.

        Gives what is published now, and the datasets that stay as they were, by today's `register`.
        """
        # A run killed while it published has staged files that are cleared here: its edition is not kept.
        stay = kept[:-1] if self.pending() else kept
        self.clear()
        try:
            edition, staying = protected(kept[-2], stay[-1], self.history, self.stage, register)
            self._write_journal(edition, [*kept[:-2], edition])
            self.complete()
        except Exception:
            self._put_back(stay)
            raise
        return edition, staying

    def _write_journal(self, edition: Edition, editions: list[Edition]) -> None:
        fields = {"edition": asdict(edition), "editions": [asdict(item) for item in editions]}
        write_text(self._journal, json.dumps(fields))

    def _apply(self, audience: str, edition: Edition) -> None:
        wanted, home = edition.manifests[audience], self.out / audience
        if not wanted["files"] and not home.exists():
            return
        home.mkdir(parents=True, exist_ok=True)
        for name, entry in wanted["files"].items():
            if not ((home / name).exists() and publish.digest(home / name) == entry["sha256"]):
                self._bring(audience, name, entry["sha256"])
        _write_manifest(home, wanted)
        changes = json.dumps(edition.changes.get(audience) or {}, indent=1, ensure_ascii=False) + "\n"
        write_text(home / "changes.json", changes)
        for path in home.glob("*.parquet"):
            if path.name not in wanted["files"]:
                path.unlink()

    def _bring(self, audience: str, name: str, digest: str) -> None:
        for here in (self.stage / audience / name, self.history.object(digest)):
            if here.exists() and publish.digest(here) == digest:
                beside = self.stage / f".{name}"
                shutil.copyfile(here, beside)
                os.replace(beside, self.out / audience / name)
                return
        reason = f"is lost ({digest[:12]}), remove {self.stage} and run the refresh with --all"
        raise Refused(f"{audience}/{name}", reason)


def _write_manifest(home: Path, manifest: dict[str, Any]) -> None:
    write_text(home / "manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")


def _durable(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
