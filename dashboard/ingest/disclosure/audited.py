"""Nothing is served in which a hidden figure can be worked out: the audit at the end of every build's inputs.

A refresh audits each table that has a disclosure rule and leaves the rule's stamp in the manifest, beside the
digest of the very bytes. A build trusts that stamp; where it is missing, or is another rule's, it audits.
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dashboard.datastore.store import DatastoreError
from dashboard.ingest import adapters
from dashboard.ingest.disclosure.check import disclosed
from dashboard.ingest.disclosure.protection import rule_name
from dashboard.ingest.editions import manifest
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source, load_source
from dashboard.ingest.stage_source import published_places


def refuse_disclosures(data: Path, audience: str) -> None:
    """Raises DatastoreError, naming table and cell, where an open figure gives a hidden one away."""
    for path, source in _not_yet(data, audience):
        places = published_places(data / "public")
        if places is None:
            raise DatastoreError(f"{data / 'public'}: no areas are published; run `make refresh`")
        try:
            found = disclosed(pd.read_parquet(path), source, places)
        except ValueError as error:
            raise DatastoreError(
                f"{audience}/{path.stem}: it was not made by today's rule in {source.file} and cannot be "
                f"audited by it ({error}); run `make refresh` so that the rule is applied"
            ) from error
        if found:
            more = f" and {len(found) - 1} more can be worked out" if len(found) > 1 else " can be worked out"
            raise DatastoreError(
                f"{audience}/{path.stem}: the hidden figure of {found[0]}{more} from what is published; "
                f"run `make refresh` so that the rule in {source.file} is applied again"
            )


def _not_yet(data: Path, audience: str) -> Iterator[tuple[Path, Source]]:
    """The tables with a rule that the manifest does not say were audited by it.

    Not those of several sources: each was protected before they were put together.
    """
    files = manifest.read_manifest(data / audience)["files"]
    for name, entry in files.items():
        if len(entry["sources"]) != 1:
            continue
        source = _entry(data / "sources" / f"{entry['sources'][0]}.toml")
        if source is None or source.audience != audience:
            continue
        rule = rule_name(source)
        if rule and entry.get("protected") != rule:
            yield data / audience / name, source


def _entry(path: Path) -> Source | None:
    """The entry at `path`; None where there is none that can be read, which a refresh has said already."""
    try:
        return load_source(path, adapters.NAMES) if path.exists() else None
    except Refused:
        return None
