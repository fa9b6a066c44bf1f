"""Going back to an earlier edition without going back on today's disclosure rules.

The register of today decides. A table whose rule has changed since, whose dataset is another audience's now,
or whose entry cannot be read, is not taken from the earlier edition: it stays as it is published today. All
else goes back.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.catalogue.indicator import AUDIENCES
from dashboard.ingest import adapters
from dashboard.ingest.disclosure.protection import rule_name
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.editions.edition import Edition
from dashboard.ingest.editions.history import History
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import described
from dashboard.ingest.register.entry import Source, load_source
from dashboard.ingest.tables.reading import read_table

DESCRIBED = {"datasets.parquet": described.datasets_frame, "series.parquet": described.series_frame}


def protected(
    earlier: Edition, present: Edition, history: History, stage: Path, register: Path
) -> tuple[Edition, list[str]]:
    """`earlier` as today's register allows it, its new files in `stage`, and the datasets that stay."""
    rules = _rules(register)
    stay = {audience: _staying(earlier.manifests[audience], audience, rules) for audience in AUDIENCES}
    if not any(stay.values()):
        return earlier, []
    manifests = {
        audience: _joined(
            earlier.manifests[audience],
            present.manifests[audience],
            stay[audience],
            history,
            stage / audience,
        )
        for audience in AUDIENCES
    }
    aside = set().union(*stay.values())
    changes = {audience: _without(earlier.changes.get(audience) or {}, aside) for audience in AUDIENCES}
    return Edition(manifests, changes), sorted(aside)


def _without(changes: dict[str, Any], aside: set[str]) -> dict[str, Any]:
    """What changed, but for the datasets `aside`: their old figures stand there too."""
    told = [item for item in changes.get("datasets", []) if item["dataset"] not in aside]
    return changes | {"datasets": told} if changes else {}


def _rules(register: Path) -> dict[str, Source | None]:
    """Today's entries by dataset; None for one that cannot be read: a refresh says why."""
    found: dict[str, Source | None] = {}
    for path in register.glob("*.toml"):
        try:
            found[path.stem] = load_source(path, adapters.NAMES)
        except Refused:
            found[path.stem] = None
    return found


def _staying(manifest: Mapping[str, Any], audience: str, rules: Mapping[str, Source | None]) -> set[str]:
    """The datasets of an earlier manifest that today's register protects otherwise, gives to others, or hides
    behind an entry that cannot be read."""
    found = set()
    for entry in manifest["files"].values():
        dataset, *more = entry["sources"]
        if more or dataset not in rules:
            continue
        source = rules[dataset]
        if not source or source.audience != audience or entry.get("protected", "") != rule_name(source):
            found.add(dataset)
    return found


def _joined(
    earlier: Mapping[str, Any], present: Mapping[str, Any], stay: set[str], history: History, stage: Path
) -> dict[str, Any]:
    """The manifest of `earlier`, but for the datasets that `stay`: these as in `present`, or not at all."""
    whole = {name: entry for name, entry in earlier["files"].items() if name not in DESCRIBED}
    files = {name: entry for name, entry in whole.items() if not stay & set(entry["sources"])}
    files |= {name: entry for name, entry in present["files"].items() if set(entry["sources"]) <= stay}
    made = {name: by for name, by in earlier["made"].items() if name not in stay}
    made |= {name: by for name, by in present["made"].items() if name in stay}
    stage.mkdir(parents=True, exist_ok=True)
    for name, frame_of in DESCRIBED.items():
        rows = [row for row in _rows(earlier, name, history) if row["dataset"] not in stay]
        rows += [row for row in _rows(present, name, history) if row["dataset"] in stay]
        if rows:
            publish.write_parquet(frame_of(rows), stage / name)
            sources = ["register", *sorted({row["dataset"] for row in rows})]
            files[name] = publish.entry(stage / name, len(rows), sources, "")
    return publish.manifest(
        files, made, date.fromisoformat(earlier["built"]) if earlier["built"] else date.min
    )


def _rows(manifest: Mapping[str, Any], name: str, history: History) -> list[dict[str, Any]]:
    entry = manifest["files"].get(name)
    return read_table(history.object(entry["sha256"])).to_dict("records") if entry else []
