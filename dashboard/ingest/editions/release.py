"""The last step of a refresh: the new edition put together, and published if it differs."""

import shutil
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.catalogue.regions import load_regions
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.editions.edition import Edition, compose, served
from dashboard.ingest.editions.publisher import Publisher
from dashboard.ingest.refresh_request import RefreshOutcome
from dashboard.ingest.register.entry import Source
from dashboard.ingest.register.rules import seen_by


def publish_release(publisher: Publisher, sources: list[Source], outcome: RefreshOutcome) -> None:
    """Publishes what `outcome` has taken, with all else as it was, and notes what changed."""
    audiences: dict[str, str | None] = {source.dataset: source.audience for source in sources}
    unread: dict[str, str | None] = {name: None for name in outcome.refused if name not in audiences}
    stage = publisher.clear()
    manifests = compose(publisher.out, stage, outcome.staged, audiences | unread, _rebased(sources, outcome))
    before = Edition.published(publisher.out)
    outcome.snapshots = served(manifests, load_regions(publisher.out / "regions"))
    for audience in AUDIENCES:
        outcome.changed[audience] = _changed(publisher.out / audience, manifests[audience])
    if any(outcome.changed.values()) or _lost(before, manifests):
        changes = {audience: _changes(audience, before, manifests, outcome) for audience in AUDIENCES}
        edition = Edition(manifests, changes)
        earlier = [e for e in publisher.history.editions() if e.name != before.name]
        past = [*earlier, before] if before.name != "none-none" else earlier
        publisher.publish(edition, [*past, edition])
    elif any(before.manifests[a]["made"] != manifests[a]["made"] for a in AUDIENCES):
        publisher.note(manifests)  # other words or code, the same tables
    shutil.rmtree(stage, ignore_errors=True)


def _rebased(sources: list[Source], outcome: RefreshOutcome) -> frozenset[str]:
    """The tables of which more figures moved than a revision moves: accepted by a person, as another
    basis."""
    most = {source.dataset: source.allows("most") for source in sources}
    found = [change for _, change in outcome.changes if change.compared]
    return frozenset(item.table for item in found if item.revised / item.compared > most[item.dataset])


def _changed(home: Path, manifest: dict[str, Any]) -> list[str]:
    """The files that are not in `home` as the manifest wants them: changed, new, gone or spoilt."""
    return [
        name
        for name, entry in manifest["files"].items()
        if not (home / name).exists() or publish.digest(home / name) != entry["sha256"]
    ]


def _lost(before: Edition, manifests: dict[str, dict[str, Any]]) -> bool:
    return any(before.manifests[a]["files"].keys() - manifests[a]["files"].keys() for a in AUDIENCES)


def _changes(
    audience: str, before: Edition, manifests: dict[str, dict[str, Any]], outcome: RefreshOutcome
) -> dict[str, Any]:
    """What "what's new" says to `audience`; the office also sees what changed for the public."""
    changes = [change.as_json() for whose, change in outcome.changes if whose in seen_by(audience)]
    if not changes and before.changes.get(audience):
        told: dict[str, Any] = before.changes[audience]
        return told
    return {
        "snapshot": manifests[audience]["snapshot"],
        "previous": before.manifests[audience]["snapshot"],
        "built": manifests[audience]["built"],
        "datasets": changes,
    }
