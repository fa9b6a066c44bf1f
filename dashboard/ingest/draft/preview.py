"""A drafted entry tried out: the file read as a refresh would read it, and the first rows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest import adapters
from dashboard.ingest.draft.areas_across import areas_across
from dashboard.ingest.draft.entry import draft_of
from dashboard.ingest.draft.events import events_of
from dashboard.ingest.draft.no_table import no_table
from dashboard.ingest.draft.questions import questions
from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.draft.sheet_each import take_sheet_each
from dashboard.ingest.draft.sheets import sheets_of
from dashboard.ingest.draft.tables import table_of
from dashboard.ingest.geography.names import by_name
from dashboard.ingest.geography.places import Places
from dashboard.ingest.reader import in_a_sentence
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.weight import weigh

MOST_ROWS = 10


def _built(source: Source, home: Path, places: Places) -> AdapterResult:
    with in_a_sentence(source):
        adapters.inputs(source, home)  # what it needs beside itself
        return adapters.build(source, home, places)


def draft_of_file(path: Path, places: Places, sheet: str = "") -> SourceDraft:
    """What reads the largest table of `path` (or that of `sheet`). Raises Refused where none is found."""
    weigh(path)
    every = sheets_of(path)
    sheets = [each for each in every if not sheet or each.name == sheet]
    if not sheets:
        has = listed((each.name for each in every if each.name), 30) or "no sheets"
        raise Refused(path, f"has no sheet '{sheet}' (it has {has}), give another --sheet")
    names = by_name(places)
    tables = [table for each in sheets if (table := table_of(each, names))]
    counted = [each for sheet in sheets if (each := events_of(sheet, places, bool(tables)))]
    if counted:
        return max(counted, key=lambda each: each.figures)
    if not tables and (wide := [each for sheet in sheets if (each := areas_across(sheet, path.stem, names))]):
        return max(wide, key=lambda each: each.figures)
    if not tables:
        raise no_table(path, sheets)
    drafts = {table.sheet.name: draft_of(table, path.stem, names) for table in tables}
    best = max(drafts, key=lambda name: drafts[name].figures)
    if not drafts[best].figures:
        raise Refused(path, "no column beside the areas holds figures, see that the table has some")
    taken = take_sheet_each(drafts, best)
    if others := [name for name in drafts if name not in (best, *taken)]:
        drafts[best].found.append(f"tables stand in {', '.join(others)} too (--sheet)")
    return drafts[best]


def source_of(draft: SourceDraft, dataset: str, file: str, decided: dict[str, str]) -> Source:
    """The entry as it would be, with a word where a person has not decided yet."""
    words = {"licence": "to be decided", "owner": "to be decided", "disclosure": "none", "audience": "office"}
    given: dict[str, Any] = words | {key: value for key, value in decided.items() if value}
    size = {"unchecked": "the names are those of areas of today"} if draft.options.get("area_names") else {}
    source = Source(
        dataset,
        path=file,
        adapter=draft.adapter,
        cadence="irregular",
        next_release="to be announced",
        **given,
    )
    return replace(source, options=draft.options, size=size)


def apply_draft(
    draft: SourceDraft,
    path: Path,
    places: Places,
    folder: Path | None = None,
    pattern: str = "",
    dataset: str = "drafted",
) -> pd.DataFrame:
    """The tidy rows of `path` (of all that `pattern` means, where it is given), with what lies beside it in
    `folder` (its own), under the name of the `dataset`. Raises Refused, as a refresh would."""
    home = folder or path.parent
    source = source_of(draft, dataset, pattern or path.relative_to(home).as_posix(), {})
    try:
        built = _built(source, home, places)
    except Refused as refusal:
        if "appears twice" not in str(refusal) or "repeats" in source.options or draft.adapter == "counted":
            raise
        source = replace(source, options=source.options | {"repeats": True})
        try:
            built = _built(source, home, places)
        except Refused:
            raise refusal from None
        draft.options["repeats"] = True
        draft.asks.append("the same figure stands twice, and once is taken: right? (options.repeats)")
    draft.found += built.notes
    frame = built.tables[dataset]
    draft.asks += questions(frame, draft, places)
    return frame


def shown(frame: pd.DataFrame, places: Places) -> str:
    """Ten rows of `frame`, from its beginning and its end, in columns."""
    text: str = ten_rows(frame, places).to_string(index=False, max_colwidth=40)
    return text


def ten_rows(frame: pd.DataFrame, places: Places) -> pd.DataFrame:
    """The first and last rows of `frame` with the name of each area, and limits where there are any."""
    some = pd.concat([frame.head(MOST_ROWS // 2), frame.tail(MOST_ROWS // 2)]).drop_duplicates()
    some = some.assign(area=some["area_code"].map(places.names))
    limits = [name for name in ("lower", "upper") if frame[name].notna().any()]
    return some[["area_code", "area", "series", "period", "duration", "value", *limits, "status"]]
