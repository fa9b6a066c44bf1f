"""The options of an entry that reads a table, found in the table; and the entry as TOML."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.ingest.draft.columns import TOTALS, Columns, columns_of, written
from dashboard.ingest.draft.grammar import across, found_in
from dashboard.ingest.draft.tables import Table
from dashboard.ingest.tables.grids import plain

# Texts that mean several kinds of period: what a person has to look at.
UNSURE = {
    "calendar year",
    "year ending March",
    "financial year",
    "academic year",
    "month",
    "year ending month",
}
_VALUES = re.compile(r"value|obs_value|figure|number|count|estimate|rate", re.I)
_UNIT = re.compile(r"\(([^()]{1,40})\)|(£[\w ]*|%|per cent|percentage|per [\d,]+[\w ]*)", re.I)


@dataclass
class Draft:
    """`adapter` and `options` read the table; `units`: series -> unit; `asks`: what a person must decide."""

    adapter: str = "sheet"
    options: dict[str, Any] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    asks: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    figures: int = 0  # how many cells of figures it reads, about


def draft_of(table: Table, name: str) -> Draft:
    """What reads `table` of the file called `name`; `asks` say what could not be found."""
    draft, columns = Draft(), columns_of(table)
    draft.options = dict(table.sheet.options) | _area(table, draft)
    headers = [table.title(at) for at in range(len(table.header[1]))]
    said = f"{table.said} {table.sheet.name} {name}"
    kinds, wide = across(headers, said)
    if len(wide) > 1:
        _across(table, draft, kinds, wide, said)
    elif columns.figures:
        _down(table, draft, columns, said)
    else:
        draft.asks.append("no column holds figures: which of them are the figures?")
        return draft
    figures = wide if len(wide) > 1 else columns.figures
    draft.figures = len(figures) * len(table.rows)
    _cells(table, draft, figures)
    _odd_areas(table, draft, figures)
    return draft


def _area(table: Table, draft: Draft) -> dict[str, Any]:
    title, line = table.title(table.area), table.header[0]
    kind = "names" if table.named else "codes"
    draft.found.append(f"headers in row {line}; areas by {kind}, in column “{title}”; {len(table.rows)} rows")
    if table.notes:
        draft.found.append(f"{len(table.notes)} rows of notes below the table, from row {table.notes[0][0]}")
    if wider := [table.title(at) for at in table.wider]:
        draft.found.append(f"wider areas by codes in {', '.join(f'“{each}”' for each in wider)}")
        return {"area": [title, *wider]}
    return {"area": title} | ({"area_names": True} if table.named else {})


def _across(table: Table, draft: Draft, kinds: list[str], wide: list[int], said: str) -> None:
    """A column a period."""
    series = _title(table, said)
    draft.found.append(f"{len(wide)} columns, each a period, read as {kinds[0]}")
    draft.options |= {"across": "periods", "periods": kinds[0]}
    words = [at for at in columns_of(table).words if at < wide[0]]
    draft.options |= _only(table, words, [table.area], draft)
    if name := draft.options.pop("sheet", ""):
        draft.options["sheets"] = {name: series}
    else:
        draft.options["series"] = series
    draft.units[series] = _unit(said) or ""
    _doubt(draft, kinds, table.title(wide[0]))


def _down(table: Table, draft: Draft, columns: Columns, said: str) -> None:
    """A row an area and period, or an area of one period; a column a figure."""
    key = [table.area] if columns.period is None else [table.area, columns.period]
    if columns.period is None:
        _one_period(draft, said)
    else:
        draft.options["periods"] = columns.grammars[0]
        draft.found.append(f"periods in column “{table.title(columns.period)}”, as {columns.grammars[0]}")
        _doubt(draft, columns.grammars, table.column(columns.period)[0])
    if columns.period is not None and (len(columns.figures) == 1 or _is_value(table, columns)):
        _long(table, draft, columns, key, said)
        return
    draft.options |= _only(table, columns.words, key, draft)
    if columns.period is not None:
        draft.options["date"] = table.title(columns.period)
    titles = [table.title(at) for at in columns.figures]
    draft.options["columns"] = {title: title for title in titles}
    draft.units |= {title: _unit(title) for title in titles}
    draft.found.append(f"{len(titles)} columns of figures, each a series")


def _is_value(table: Table, columns: Columns) -> bool:
    return len(columns.words) > 0 and any(plain(table.title(at)) == "value" for at in columns.figures)


def _long(table: Table, draft: Draft, columns: Columns, key: list[int], said: str) -> None:
    figure = next((at for at in columns.figures if _VALUES.search(table.title(at))), columns.figures[0])
    draft.adapter = "long_csv"
    draft.options |= {"date": table.title(key[1]), "value": table.title(figure)}
    splitting = [at for at in columns.words if not _unique(table, key) and len(set(table.column(at))) > 1]
    measure = next(
        (at for at in splitting if re.search(r"measure|indicator|series|type", table.title(at), re.I)), None
    )
    if measure is None and splitting and not _only(table, splitting, key, None):
        measure = splitting[0]
    if measure is not None:
        draft.options["measure"] = table.title(measure)
        draft.units |= {text: _unit(text) for text in dict.fromkeys(table.column(measure)) if text}
        draft.found.append(f"each text of “{table.title(measure)}” is a series")
        key, splitting = [*key, measure], [at for at in splitting if at != measure]
    else:
        series = _title(table, said) if _VALUES.fullmatch(table.title(figure)) else table.title(figure)
        draft.options["series"] = series
        draft.units[series] = _unit(table.title(figure)) or _unit(said)
    draft.options |= _only(table, splitting, key, draft)


def _unique(table: Table, key: list[int]) -> bool:
    rows = list(zip(*(table.column(at) for at in key), strict=True))
    return len(set(rows)) == len(rows)


def _only(table: Table, words: list[int], key: list[int], draft: Draft | None) -> dict[str, Any]:
    """The rows of totals, where words beside the area and period split its figure."""
    if _unique(table, key):
        return {}
    only = {}
    for at in words:
        texts = dict.fromkeys(table.column(at))
        total = next((text for text in texts if plain(text) in TOTALS), None)
        if len(texts) > 1 and total:
            only[table.title(at)] = total
        elif len(texts) > 1 and draft is not None:
            draft.asks.append(
                f"which rows: “{table.title(at)}” has {', '.join(list(texts)[:6])} (options.only)"
            )
    if only and draft is not None:
        draft.found.append(f"only the rows of totals: {only}; take others with options.only")
    return {"only": only} if only else {}


def _one_period(draft: Draft, said: str) -> None:
    found = found_in(said)
    if not found:
        draft.asks.append("of which period the figures are: options.period, such as “2024”, with periods")
        draft.options |= {"period": "", "periods": "calendar year"}
        return
    text, kind = found[-1]
    draft.options |= {"period": text, "periods": kind}
    draft.found.append(f"one period, “{text}” of the titles, as {kind}")
    draft.asks.append(f"is “{text}” ({kind}) the period of the figures? it stands in the titles")


def _doubt(draft: Draft, kinds: list[str], example: str) -> None:
    others = [kind for kind in kinds[1:] if kind in UNSURE]
    if kinds[0] == "calendar year":
        others.append("a day of the year, such as point 06-30")
    if others:
        draft.asks.append(
            f"“{example}” is read as {kinds[0]}; or is it {' or '.join(others)}? (options.periods)"
        )


def _cells(table: Table, draft: Draft, figures: list[int]) -> None:
    texts = [text for at in figures for text in table.column(at)]
    how = written(texts)
    draft.options |= how
    for mark in how.get("marks", {}):
        draft.asks.append(
            f"what “{mark}” means (options.marks): c suppressed, low, x not available, z not applicable"
        )


def _odd_areas(table: Table, draft: Draft, figures: list[int]) -> None:
    """Rows with figures whose area is a sign or a misprint: left out, or asked about."""
    if table.named:
        return
    odd = {
        cells[table.area]
        for line, cells in table.sheet.rows
        if line > table.header[0]
        and any(cells[at : at + 1] != [""] for at in figures if at < len(cells))
        and table.area < len(cells)
        and not re.fullmatch(r"[A-Z]\d{8}", cells[table.area])
    }
    signs = sorted(text for text in odd if text and not re.search(r"\d", text))
    if signs and draft.adapter == "sheet":
        draft.options["skip"] = signs
        draft.asks.append(
            f"rows whose code is {', '.join(signs[:5])} are left out: is that right? (options.skip)"
        )
    for text in sorted(text for text in odd if re.fullmatch(r"[A-Z]\d{6,10}", text)):
        draft.asks.append(f"the code {text} is misprinted: give the right one (options.aliases)")


def _title(table: Table, said: str) -> str:
    cells = [cell for _, row in table.sheet.rows[:6] for cell in row if cell and len(cell) > 6]
    above = [cell for cell in cells if cell in table.said]
    text = re.sub(
        r"^table \w+[:.]?\s*", "", above[0] if above else table.sheet.name or said.split()[-1], flags=re.I
    )
    return re.sub(r"\s*\[[^\]]*\]", "", text).strip()[:80] or "Figure"


def _unit(text: str) -> str:
    match = _UNIT.search(text)
    return (match[1] or match[2]).strip() if match else ""


def toml(values: dict[str, Any]) -> str:
    """`values` as lines of TOML, tables within them on one line."""
    return "\n".join(f"{_key(key)} = {_value(value)}" for key, value in values.items())


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
