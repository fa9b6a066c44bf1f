"""An asset that is only described, not held: it is listed and audited, and has no table."""

from pathlib import Path

from dashboard.ingest.geography.places import Places
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult

OPTIONS: frozenset[str] = frozenset()

DEPENDS_ON_AREAS = False


def inputs(source: Source, folder: Path) -> list[Path]:
    """Nothing is read."""
    return []


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """No table; the register entry alone says what the asset is."""
    return AdapterResult({})
