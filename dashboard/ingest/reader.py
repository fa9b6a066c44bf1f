"""Reads one source after the other: what has not changed is left, what an earlier run made is used."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.catalogue.regions import load_regions
from dashboard.ingest import adapters, stage_source
from dashboard.ingest.adapter_version import adapter_version
from dashboard.ingest.archive import Archive
from dashboard.ingest.editions import gate
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.editions.comparison import Change, compare
from dashboard.ingest.geography.places import Places
from dashboard.ingest.inputs import VIEW, inputs_of
from dashboard.ingest.refresh_request import RefreshOutcome, RefreshRequest
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.staged import Staged
from dashboard.ingest.tables.periods import UnknownKindError

# What a file hardly ever raises, and a slip in an adapter does.
_OF_CODE = (AttributeError, NameError, ImportError, NotImplementedError)
_SEE = "see whether its layout is another now, and correct options in its entry"


@contextmanager
def in_a_sentence(source: Source) -> Iterator[None]:
    """A file can be wrong in ways nobody thought of: what is raised becomes Refused, and the others go on."""
    try:
        yield
    except Refused:
        raise
    except KeyError as error:
        if not isinstance(key := error.args[0], str) or key in source.options or not key.isidentifier():
            raise Refused(
                source.path, f"the {source.adapter} adapter finds no {key!r} in it, {_SEE}"
            ) from error
        reason = f"[options] lacks {key}, which the {source.adapter} adapter needs, add it (docs/data.md)"
        raise Refused(source.file, reason) from error
    except UnknownKindError as error:
        raise Refused(source.file, f"options: {error}") from error
    except Exception as error:
        message = re.sub(rf"\S*{VIEW}\w+/?", "", f"{type(error).__name__}: {error}")
        short = " ".join(message.split())[:300]
        mend = "download it again"
        if isinstance(error, _OF_CODE):
            mend = f"mend dashboard/ingest/adapters/{source.adapter}.py, or {mend} where it was read before"
        reason = f"the {source.adapter} adapter cannot read it ({short}), {mend}"
        raise Refused(source.path, reason) from error


class Reader:
    """Reads sources for `request` and adds what it finds to `outcome`."""

    def __init__(self, request: RefreshRequest, outcome: RefreshOutcome):
        self.request, self.outcome = request, outcome
        self.regions = load_regions(request.register.parent / "regions")
        places = stage_source.published_places(request.out / "public")
        self.places = places and places.with_regions(self.regions)
        self._digests: dict[Path, str] = {}
        self._archive = Archive(request.out / "archive")
        self._manifests = {audience: publish.read_manifest(request.out / audience) for audience in AUDIENCES}

    def needs(self, source: Source) -> bool:
        """Whether `source` must be read before any other can be."""
        return source.adapter == "areas" and self.places is None

    def read(self, source: Source) -> None:
        """Takes `source`, or says why not."""
        embargo = source.embargo_until
        if embargo and source.under_embargo(datetime.now(UTC)) and not self.request.prerelease:
            until = embargo.isoformat()
            self.outcome.notes[source.dataset] = [f"is under embargo until {until}: not read, the old stays"]
            self.outcome.unchanged.append(source.dataset)
            return
        if source.dataset in self.request.left:
            self.outcome.left.append(source.dataset)
            return
        try:
            with in_a_sentence(source):
                staged = self._stage(source)
                changes = list(self._compared(source, staged)) if staged else []
        except Refused as refusal:
            self.outcome.refused[source.dataset] = str(refusal)
            return
        if staged is None:
            self.outcome.unchanged.append(source.dataset)
            return
        if source.adapter == "areas":
            tables = staged.tables()
            places = Places.from_frames(*(tables[name] for name in stage_source.PLACES))
            self.places = places.with_regions(self.regions)
        self.outcome.staged.append(staged)
        self.outcome.changes += [(source.audience, change) for change in changes]
        if staged.notes:
            self.outcome.notes[source.dataset] = staged.notes

    def _stage(self, source: Source) -> Staged | None:
        inputs = inputs_of(source, self.request.folder_of(source.dataset), self._digests)
        places = self.places if adapters.depends_on_places(source) and source.adapter != "areas" else None
        name = stage_source.fingerprint(source, inputs, places, adapter_version(source.adapter))
        if not self.request.again:
            if self._stands(source, name):
                return None
            if kept := Staged.kept(self.request.staging, name):
                return kept
        if not self.request.dry:
            self.outcome.archived += len(self._archive.add(inputs))
        return stage_source.stage(source, inputs, self.places, name, self.request.staging)

    def _stands(self, source: Source, name: str) -> bool:
        """Whether just this is published, and whole."""
        manifest = self._manifests[source.audience]
        if manifest["made"].get(source.dataset) != name:
            return False
        mine = {n: e for n, e in manifest["files"].items() if e["sources"] == [source.dataset]}
        home = self.request.out / source.audience
        return all((home / n).exists() and publish.digest(home / n) == e["sha256"] for n, e in mine.items())

    def _compared(self, source: Source, staged: Staged) -> Iterator[Change]:
        published = self._manifests[source.audience]["files"]
        for name, entry in staged.files.items():
            if published.get(name, {}).get("sha256") == entry["sha256"]:
                continue
            path = self.request.out / source.audience / name
            old = pd.read_parquet(path) if name in published and path.exists() else None
            new = pd.read_parquet(staged.folder / name)
            change = compare(source.dataset, path.stem, old, new, source.allows("revised"))
            if source.dataset not in self.request.accept:
                gate.admit(source, change)
            yield change
