"""A sheet whose areas stand side by side, each a column: found by a row of codes."""

import re

from dashboard.ingest.draft.grammar import grammars
from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.draft.sheets import Sheet
from dashboard.ingest.geography.names import plain_name
from dashboard.ingest.refusal import number
from dashboard.ingest.tables.grids import Row

_CODE = re.compile(r"[EKNSW]\d{8}")
_SHORT = {"UK": "United Kingdom", "GB": "Great Britain"}
_LEAST = 3  # areas in a row that make it one of areas


def areas_across(sheet: Sheet, name: str, names: dict[str, str]) -> SourceDraft | None:
    """What reads `sheet`, where one of its rows holds area codes above (or as) the headers; else None.
    `names`: plain name -> code of an area."""
    for at, (line, cells) in enumerate(sheet.rows[:40]):
        if sum(bool(_CODE.fullmatch(cell)) for cell in cells) < _LEAST or _CODE.fullmatch(cells[0]):
            continue
        head = at if cells[0] else at + 1
        if head >= len(sheet.rows) or not sheet.rows[head][1][0]:
            return None
        draft = _drafted(sheet, sheet.rows[head], line, name)
        if draft and (odd := _odd(cells, sheet.rows[head][1])):
            known = {each: code for each in odd if (code := names.get(plain_name(_SHORT.get(each, each))))}
            draft.options |= {"codes": known} if known else {}
            if left := [each for each in odd if each not in known]:
                draft.options["skip"] = left
                draft.asks.append(f"the columns {', '.join(left[:5])} are left out: right? (options.skip)")
        return draft
    return None


def _odd(above: list[str], head: list[str]) -> list[str]:
    """The headers of columns that have no area code."""
    parts = [(above[at] if at < len(above) else "") or name for at, name in enumerate(head)]
    return [text for at, text in enumerate(parts) if at and text and not _CODE.fullmatch(text)]


def _drafted(sheet: Sheet, head: Row, line: int, name: str) -> SourceDraft | None:
    rows = [cells for number, cells in sheet.rows if number > head[0] and sum(map(bool, cells)) > 1]
    texts = [cells[0] for cells in rows if cells[0]]
    kinds = grammars(texts, f"{sheet.name} {name}")
    if not kinds:
        return None
    series = sheet.name or name
    draft = SourceDraft("sheet", {key: value for key, value in sheet.options.items() if key != "sheet"})
    draft.options |= {"across": "areas", "date": head[1][0], "periods": kinds[0]}
    draft.options |= {"sheets": {sheet.name: series}} if sheet.name else {"series": series}
    draft.units = {series: ""}
    draft.found.append(
        f"area codes side by side in row {line}; {number(len(rows), 'period')} below, as {kinds[0]}"
    )
    known = [at for at, cell in enumerate(head[1]) if at and cell]
    draft.figures = len(known) * len(rows)
    return draft
