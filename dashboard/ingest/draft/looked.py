"""All that is found in a file, as plain values for a page: what a draft prints, without a word to decide."""

import math
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.draft.preview import drafted, source_of, ten_rows, tried
from dashboard.ingest.draft.written import entry_text, query_text, undecided
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused

HEAD = {
    "area_code": "Code",
    "area": "Area",
    "series": "Series",
    "period": "First day",
    "duration": "Length",
    "value": "Value",
    "lower": "Lower",
    "upper": "Upper",
    "status": "Status",
}
LONGEST = 80  # of a cell that is shown
MOST_MEMORY = 4 << 30  # bytes of addresses


def looked(path: Path, places: Places, sheet: str, name: str) -> dict[str, Any]:
    """found, head, rows, entry, query and asks; or found, asks and `refused`. Raises Refused where nothing is
    found at all."""
    draft = drafted(path, places, sheet)
    source = source_of(draft, name, path.name, {})
    try:
        frame = tried(draft, path, places, dataset=name)
    except Refused as refusal:
        return {"found": draft.found, "asks": undecided(draft, {}), "refused": str(refusal)}
    shown = ten_rows(frame, places)
    return {
        "found": draft.found,
        "head": [HEAD[name] for name in shown.columns],
        "rows": [[_text(cell) for cell in row] for row in shown.itertuples(index=False)],
        "entry": entry_text(source, draft, {}, frame),
        "query": query_text(source, draft, {}, frame),
        "asks": undecided(draft, {}),
    }


def _text(cell: object) -> str:
    if cell is None or cell is pd.NA or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    text = f"{cell:,.12g}" if isinstance(cell, float) else str(cell)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def bound_memory() -> None:
    """Let this process have MOST_MEMORY and no more, where the machine can say so (not on Windows)."""
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        least = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))
    except (ImportError, ValueError, OSError):
        return
