"""The options of an entry that reads a table, found in the table."""

import re
from typing import Any

from dashboard.ingest.draft.columns import columns_of, written
from dashboard.ingest.draft.grammar import across
from dashboard.ingest.draft.shapes import SourceDraft, across_of, down_of
from dashboard.ingest.draft.tables import Table
from dashboard.ingest.draft.units import stated_unit
from dashboard.ingest.refusal import number

_SHARE = re.compile(r"%|per ?cent|percentage|\brate\b|\bshare\b|proportion", re.I)


def draft_of(table: Table, name: str, names: dict[str, str]) -> SourceDraft:
    """What reads `table` of the file called `name`; `asks` say what could not be found. `names`: plain
    name of an area -> its code."""
    draft = SourceDraft()
    draft.options = dict(table.sheet.options) | _area(table, draft)
    draft.found += _file_said(table)
    if table.kind.name:
        draft.found.append(f"it is laid out as {table.kind.name}")
    columns = columns_of(table)
    sentence = f"{table.above} {table.sheet.name} {name}"
    titles = [table.title(at) for at in range(table.width)]
    kinds, wide = across(titles, sentence)
    alone = columns.period is None and set(columns.figures) <= set(wide.columns)
    if len(wide.columns) > 1 or (wide.columns and (alone or (wide.words and columns.period is None))):
        figures = across_of(table, draft, kinds, wide, sentence)
    elif columns.figures:
        draft.adapter, figures = down_of(table, draft, columns, sentence)
    else:
        draft.asks.append("no column holds figures: which of them are the figures?")
        return draft
    draft.figures = len(figures) * len(table.rows)
    draft.units = {series: unit or stated_unit(table) for series, unit in draft.units.items()}
    if columns.margin and not columns.beside.keys() & {"lower", "upper"}:
        draft.options["margin"] = columns.margin
        draft.found.append(f"limits, by how far they lie from each figure, in the columns “{columns.margin}”")
    _cells(table, draft, figures)
    _odd_areas(table, draft, figures, names)
    return draft


_MARKS = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}


def _file_said(table: Table) -> list[str]:
    """How the file is written, where that is not what everybody expects, and which sheet is read."""
    options = table.sheet.options
    found = [f"written in {options['encoding']}"] if "encoding" in options else []
    if mark := options.get("delimiter"):
        found.append(f"cells parted by {_MARKS.get(mark, mark)}")
    return [*found, *([f"sheet “{table.sheet.name}”"] if table.sheet.name else [])]


def _area(table: Table, draft: SourceDraft) -> dict[str, Any]:
    title, line = table.title(table.area), table.header[0]
    kind = "names" if table.named else "codes"
    at = f"{table.headers} rows of headers down to {line}" if table.headers > 1 else f"headers in row {line}"
    at = f"{at}; " if line else ""  # the headers of JSON, parquet and R stand in no row
    draft.found.append(f"{at}areas by {kind}, in column “{title}”; {number(len(table.rows), 'row')}")
    if table.notes:
        many, first = len(table.notes), table.notes[0][0]
        rows_of = f"{many} rows of notes below the table, from row {first}"
        draft.found.append(rows_of if many > 1 else f"a row of notes below the table, row {first}")
    rows = {"headers": table.headers} if table.headers > 1 else {}
    if wider := [table.title(at) for at in table.wider]:
        draft.found.append(f"wider areas by codes in {', '.join(f'“{each}”' for each in wider)}")
        return rows | {"area": [title, *wider]}
    return rows | {"area": title} | ({"area_names": True} if table.named else {})


def _cells(table: Table, draft: SourceDraft, figures: list[int]) -> None:
    texts = [text for at in figures for text in table.column(at)]
    how = written(texts)
    draft.options |= how
    for mark, status in how.get("marks", {}).items():
        of = "c suppressed, low, x not available, z not applicable"
        beside = "p provisional, u unreliable, or nothing; it stands beside numbers"
        draft.asks.append(f"what “{mark}” means (options.marks): {of if status else beside}")
    if how.get("brackets"):
        draft.asks.append(
            "figures in brackets are read as negative: is that what they mean? (options.brackets)"
        )
    draft.options |= _times(table, draft, figures, bool(how))


def _times(table: Table, draft: SourceDraft, figures: list[int], marked: bool) -> dict[str, Any]:
    """options.times that makes shares of one per cent: of all figures, or of the series of some columns."""
    sentence = " ".join([table.above, table.sheet.name, *(table.title(at) for at in figures)])
    ask = "figures of 0 to 1 are read as shares and made per cent: right? (options.times)"
    if not marked and _SHARE.search(sentence) and all(_are_shares(table.column(at)) for at in figures):
        draft.asks.append(ask)
        draft.units |= {series: unit or "%" for series, unit in draft.units.items()}
        return {"times": 100}
    by_series: dict[str, list[str]] = {}
    for at in figures:
        by_series.setdefault(_series_at(table, draft, at), []).extend(table.column(at))
    shares = [
        name for name, texts in by_series.items() if draft.units.get(name) == "%" and _are_shares(texts)
    ]
    if not shares:
        return {}
    draft.asks.append(f"{_some([f'“{name}”' for name in shares])}: {ask}")
    return {"times": dict.fromkeys(shares, 100)}


def _series_at(table: Table, draft: SourceDraft, at: int) -> str:
    """The series of a column of figures, by its header; nothing where each row says its own."""
    named, title = draft.options.get("columns", {}), table.title(at)
    whole = next(iter(draft.units), "") if len(draft.units) == 1 else ""
    held = sorted((name for name in named if name in title), key=len)
    return str(named.get(title) or (named[held[-1]] if held else whole))


def _are_shares(texts: list[str]) -> bool:
    """Whether the numbers among `texts` are shares of one, and there are some."""
    numbers = [text for text in texts if text and _digit(text)]
    return bool(numbers) and all(re.fullmatch(r"0|1|0?\.\d+|1\.0+", text) for text in numbers)


def _digit(text: str) -> bool:
    return bool(re.search(r"\d", text))


def _odd_areas(table: Table, draft: SourceDraft, figures: list[int], names: dict[str, str]) -> None:
    """Rows with figures whose area is a sign, a misprint or a name of none: left out, or asked about."""
    odd = table.others(figures, names)
    if table.named:
        if odd:
            draft.options["skip"] = odd
            names_of = "a name" if len(odd) == 1 else f"{len(odd)} names"
            draft.asks.append(
                f"{names_of} of no area of England left out ({_some(odd)}): right? else options.codes"
            )
        return
    signs = sorted(text for text in odd if text and not _digit(text))
    if signs:
        draft.options["skip"] = signs
        draft.asks.append(f"rows whose code is {_some(signs)} are left out: is that right? (options.skip)")
    for text in sorted(text for text in odd if re.fullmatch(r"[A-Z]\d{6,10}", text)):
        draft.asks.append(f"the code {text} is misprinted: give the right one (options.aliases)")


def _some(texts: list[str]) -> str:
    more = f" and {len(texts) - 5} more" if len(texts) > 5 else ""
    return ", ".join(texts[:5]) + more
