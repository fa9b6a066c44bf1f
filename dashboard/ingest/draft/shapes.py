"""The shape of a table as options: a column a period, a column a figure, or a row a figure."""

import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.ingest.draft.columns import MEASURE, Columns, columns_of
from dashboard.ingest.draft.grammar import Wide, found_in
from dashboard.ingest.draft.tables import Table
from dashboard.ingest.draft.toml_text import toml
from dashboard.ingest.draft.totals import only_totals, unique
from dashboard.ingest.draft.units import unit_of, unit_of_cells
from dashboard.ingest.refusal import number
from dashboard.ingest.tables.period_kinds import shown

# Texts that mean several kinds of period: what a person has to look at.
UNSURE = {
    "calendar year",
    "year ending March",
    "financial year",
    "academic year",
    "month",
    "quarter",
    "day",
    "year ending month",
}
_VALUES = re.compile(r"value|obs_value|observation|figure|number|count|estimate|rate", re.I)
_VARIABLE = re.compile(
    r"variable:?|measure:?|item name:?|series:?|indicator:?", re.I
)  # what stands before a title
_ANY_SHEET = re.compile(r"(sheet|data|table|tab|values?)[ _]?\d*", re.I)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_MOST_SERIES = 60


@dataclass
class SourceDraft:
    """`adapter` and `options` read the table; `units`: series -> unit; `asks`: what a person must decide."""

    adapter: str = "sheet"
    options: dict[str, Any] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    asks: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    figures: int = 0  # how many cells of figures it reads, about


def across_of(table: Table, draft: SourceDraft, kinds: list[str], wide: Wide, context: str) -> list[int]:
    """A column a period, or a column a figure and period; gives the columns of figures."""
    draft.options |= {"across": "periods", "periods": kinds[0]}
    words = [at for at in columns_of(table).words if at < wide.columns[0]]
    key = [table.area]
    measure = _measure_of(table, words, key)
    if measure is not None:
        draft.options["measure"] = table.title(measure)
        draft.found.append(f"each text of “{table.title(measure)}” is a series")
        key, words = [*key, measure], [at for at in words if at != measure]
    only, asks = only_totals(table, words, key)
    draft.options |= only
    draft.asks += asks
    if measure is not None and not wide.words:
        draft.units |= {text: unit_of(text) for text in dict.fromkeys(table.column(measure)) if text}
        draft.found.append(f"{number(len(wide.columns), 'column')}, each a period, read as {kinds[0]}")
    elif wide.words:
        draft.options["columns"] = {name: name for name in wide.words}
        draft.units |= {name: unit_of(name) or unit_of(context) for name in wide.words}
        several = f"{number(len(wide.words), 'figure')} ({', '.join(wide.words[:4])})"
        draft.found.append(
            f"{number(len(wide.columns), 'column')}, each a period and one of {several}, as {kinds[0]}"
        )
    else:
        series = title_of(table, context)
        draft.found.append(f"{number(len(wide.columns), 'column')}, each a period, read as {kinds[0]}")
        if name := draft.options.pop("sheet", ""):
            draft.options["sheets"] = {name: series}
        else:
            draft.options["series"] = series
        draft.units[series] = unit_of(context)
    _doubt(draft, kinds, wide.periods[0])
    return wide.columns


def _measure_of(table: Table, words: list[int], key: list[int]) -> int | None:
    """The column that says what each row measures, where an area has several rows; None where it has one."""
    if unique(table, key):
        return None
    splitting = [at for at in words if len(set(table.column(at))) > 1]
    named = [at for at in splitting if _is_measure(table, at)]
    if named or not splitting or only_totals(table, splitting, key)[0]:
        return next(iter(named), None)
    return splitting[0]


def down_of(table: Table, draft: SourceDraft, columns: Columns, context: str) -> tuple[str, list[int]]:
    """A row an area and period, or an area of one period; a column a figure. The adapter and the figures."""
    key = [table.area] if columns.period is None else [table.area, columns.period]
    if columns.period is None:
        _one_period(table, draft, context)
    else:
        draft.options["periods"] = columns.grammars[0]
        title = table.title(columns.period)
        draft.found.append(f"periods in column “{title}”, as {columns.grammars[0]}")
        _doubt(draft, columns.grammars, table.column(columns.period)[0])
    one = len(columns.figures) == 1 and (columns.period is not None or bool(columns.beside))
    if one or table.kind.value or _is_value(table, columns):
        return "long_csv", _long(table, draft, columns, key, context)
    only, asks = only_totals(table, columns.words, key)
    draft.options |= only
    draft.asks += asks
    if columns.period is not None:
        draft.options["date"] = table.title(columns.period)
    titles = [table.title(at) for at in columns.figures]
    draft.options["columns"] = {title: title for title in titles}
    cells = [table.column(at) for at in columns.figures]
    draft.units |= {
        title: unit_of(title) or unit_of_cells(each) for title, each in zip(titles, cells, strict=True)
    }
    draft.found.append(f"{number(len(titles), 'column')} of figures, each a series")
    return "sheet", columns.figures


def _is_value(table: Table, columns: Columns) -> bool:
    return bool(columns.words) and any(table.title(at).lower() == "value" for at in columns.figures)


def _figure(table: Table, columns: Columns) -> int:
    named = [at for at in columns.figures if table.title(at).lower() == table.kind.value]
    return next(
        iter(named),
        next((at for at in columns.figures if _VALUES.search(table.title(at))), columns.figures[0]),
    )


def _long(table: Table, draft: SourceDraft, columns: Columns, key: list[int], context: str) -> list[int]:
    figure = _figure(table, columns)
    if columns.period is not None:
        draft.options["date"] = table.title(columns.period)
    draft.options["value"] = table.title(figure)
    for name, at in columns.beside.items():
        draft.options[name] = table.title(at)
        draft.found.append(f"{name} in column “{table.title(at)}”")
    key, splitting = _series(table, draft, columns, key, context, figure)
    only, asks = only_totals(table, splitting, key)
    draft.options |= only
    draft.asks += asks
    if only:
        draft.found.append(f"only the rows of totals: {toml(only)}; take others with options.only")
    limits = [at for name, at in columns.beside.items() if name != "status"]
    return [figure, *limits]


def _series(
    table: Table, draft: SourceDraft, columns: Columns, key: list[int], context: str, figure: int
) -> tuple[list[int], list[int]]:
    """What names the series of a long table: a column of measures, or the one title. What else splits it."""
    whole = unique(table, key)
    named = [at for at in columns.words if _is_measure(table, at)]
    splitting = [at for at in columns.words if not whole and len(set(table.column(at))) > 1]
    measure = next(iter(named), None)
    if measure is None and splitting and not only_totals(table, splitting, key)[0]:
        measure = splitting[0]
    if measure is None:
        title = table.title(figure)
        series = title_of(table, context) if _VALUES.fullmatch(_IN_BRACKETS.sub("", title)) else title
        draft.options["series"] = series
        draft.units[series] = unit_of(table.title(figure)) or unit_of(context)
        return key, splitting
    draft.options["measure"] = table.title(measure)
    draft.units |= {text: unit_of(text) for text in dict.fromkeys(table.column(measure)) if text}
    draft.found.append(f"each text of “{table.title(measure)}” is a series")
    return [*key, measure], [at for at in splitting if at != measure]


def _is_measure(table: Table, at: int) -> bool:
    title = table.title(at)
    by_kind = bool(table.kind.measure) and title.lower() == table.kind.measure
    return by_kind or (bool(MEASURE.search(title)) and len(set(table.column(at))) <= _MOST_SERIES)


def _one_period(table: Table, draft: SourceDraft, context: str) -> None:
    """The last period that the titles name, else the sheet, else the file."""
    named = (found_in(text, context) for text in (table.above, table.sheet.name, context))
    found = next(filter(None, named), None)
    if not found:
        draft.asks.append("of which period the figures are: options.period, such as “2024”, with periods")
        draft.options |= {"period": "", "periods": "calendar year"}
        return
    text, kind = found[-1]
    draft.options |= {"period": text, "periods": kind}
    draft.found.append(f"one period, “{text}” of the titles, as {kind}")
    draft.asks.append(f"is “{text}” ({kind}) the period of the figures? it stands in the titles")


def _doubt(draft: SourceDraft, kinds: list[str], example: str) -> None:
    others = [kind for kind in kinds[1:] if kind in UNSURE]
    if kinds[0] == "calendar year":
        others.append("a day of the year, such as point 06-30")
    if others:
        sentence = (
            f"“{shown(example)}” is read as {kinds[0]}; or is it {' or '.join(others)}? (options.periods)"
        )
        draft.asks.append(sentence)


def title_of(table: Table, context: str) -> str:
    """What the table calls itself above its headers, else its sheet or file."""
    rows = [row for line, row in table.sheet.rows[:12] if line < table.header[0]]
    named = [row[1] for row in rows if len(row) > 1 and _VARIABLE.fullmatch(row[0]) and row[1]]
    cells = named or [cell for _, row in table.sheet.rows[:6] for cell in row if cell in table.above]
    above = [text for cell in cells if len(text := _untitled(cell)) > 6]
    sheet = "" if _ANY_SHEET.fullmatch(table.sheet.name) else _untitled(table.sheet.name)
    text = above[0] if above else sheet or re.sub(r"[-_]+", " ", context.split()[-1]).strip().capitalize()
    return (text if len(text) <= 80 else text[:80].rpartition(" ")[0]).rstrip(" ,:") or "Figure"


def _untitled(text: str) -> str:
    """A title without “Table 5a:” or “BUS0501a:” before it, and without notes and “(P)” in it."""
    text = re.sub(r"^(?:table [\w.]+[:.]?|[A-Z]{2,}[_ ]?\d\w*:)\s*", "", text, flags=re.I)
    text = re.sub(r"\s*(?:\[[^\]]*\]|\((?:p|r|provisional|revised)\))", "", text, flags=re.I)
    return " ".join(text.split())
