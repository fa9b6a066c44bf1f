"""The options of an entry that reads a table, found in the table."""

import re
from typing import Any

from dashboard.ingest.draft.columns import columns_of, written
from dashboard.ingest.draft.grammar import across
from dashboard.ingest.draft.shapes import Draft, across_of, down_of
from dashboard.ingest.draft.tables import Table
from dashboard.ingest.draft.units import stated_unit

_SHARE = re.compile(r"%|per ?cent|percentage|\brate\b|\bshare\b|proportion", re.I)


def draft_of(table: Table, name: str, names: dict[str, str]) -> Draft:
    """What reads `table` of the file called `name`; `asks` say what could not be found. `names`: plain
    name of an area -> its code."""
    draft = Draft()
    draft.options = dict(table.sheet.options) | _area(table, draft)
    if table.kind.name:
        draft.found.append(f"it is laid out as {table.kind.name}")
    columns = columns_of(table)
    sentence = f"{table.said} {table.sheet.name} {name}"
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
    _cells(table, draft, figures)
    _odd_areas(table, draft, figures, names)
    return draft


def _area(table: Table, draft: Draft) -> dict[str, Any]:
    title, line = table.title(table.area), table.header[0]
    kind = "names" if table.named else "codes"
    at = f"headers in row {line}" if table.headers == 1 else f"{table.headers} rows of headers down to {line}"
    draft.found.append(f"{at}; areas by {kind}, in column “{title}”; {len(table.rows)} rows")
    if table.notes:
        draft.found.append(f"{len(table.notes)} rows of notes below the table, from row {table.notes[0][0]}")
    rows = {"headers": table.headers} if table.headers > 1 else {}
    if wider := [table.title(at) for at in table.wider]:
        draft.found.append(f"wider areas by codes in {', '.join(f'“{each}”' for each in wider)}")
        return rows | {"area": [title, *wider]}
    return rows | {"area": title} | ({"area_names": True} if table.named else {})


def _cells(table: Table, draft: Draft, figures: list[int]) -> None:
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
    sentence = " ".join([table.said, table.sheet.name, *(table.title(at) for at in figures)])
    numbers = [float(text) for text in texts if re.fullmatch(r"0|1|0?\.\d+|1\.0+", text)]
    if (
        not how
        and numbers
        and len(numbers) == len([t for t in texts if t and _digit(t)])
        and _SHARE.search(sentence)
    ):
        draft.options["times"] = 100
        draft.asks.append("figures of 0 to 1 are read as shares and made per cent: right? (options.times)")
        draft.units |= {series: unit or "%" for series, unit in draft.units.items()}


def _digit(text: str) -> bool:
    return bool(re.search(r"\d", text))


def _odd_areas(table: Table, draft: Draft, figures: list[int], names: dict[str, str]) -> None:
    """Rows with figures whose area is a sign, a misprint or a name of none: left out, or asked about."""
    odd = table.others(figures, names)
    if table.named:
        if odd:
            draft.options["skip"] = odd
            draft.asks.append(
                f"{len(odd)} names of no area of England are left out ({_some(odd)}): right? else codes"
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
