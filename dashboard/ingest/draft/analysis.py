"""All that is found in a file, as plain values for a page: what a draft prints, without a word to decide."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.adapters.counted import OUTLINES
from dashboard.ingest.draft.options import apply_options, pattern_of_file, read_options
from dashboard.ingest.draft.preview import apply_draft, draft_of_file, source_of, ten_rows
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
POINTS = (
    "points are counted by the outlines of areas, which the folder of sources holds: "
    'make draft FILE=... ARGS="--from FOLDER"'
)
LONGEST_CELL = 80  # of a cell that is shown
MOST_MEMORY = 4 << 30  # bytes of addresses


@dataclass(frozen=True)
class FileOptions:
    """What a person says beside the file: its `sheet`, the `name` of the dataset, `options` as KEY=VALUE, and
    whether it is read `together` with the files beside it that are named like it but for dates."""

    sheet: str = ""
    name: str = "drafted"
    options: tuple[str, ...] = ()
    together: bool = False


def analyse_file(path: Path, places: Places, given: FileOptions) -> dict[str, Any]:
    """found, head, rows, entry, query and asks; or found, asks and `refused`. Raises Refused where nothing is
    found at all."""
    draft = draft_of_file(path, places, given.sheet)
    apply_options(draft, read_options(list(given.options)))
    pattern, many = pattern_of_file(path, path.parent) if given.together else (path.name, 1)
    if given.together:
        draft.found.append(f"{many} of the files are read as one dataset: {pattern}")
    source = source_of(draft, given.name, pattern, {})
    try:
        frame = apply_draft(draft, path, places, pattern=pattern, dataset=given.name)
    except Refused as refusal:
        asks = [*undecided(draft, {}), *([POINTS] if OUTLINES in str(refusal) else [])]
        return {"found": draft.found, "asks": asks, "refused": str(refusal)}
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
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"


def bound_memory() -> None:
    """Let this process have MOST_MEMORY and no more, where the machine can say so (not on Windows)."""
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        least = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_AS, (least, hard))
    except (ImportError, ValueError, OSError):
        return
