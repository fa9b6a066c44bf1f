"""What the columns of a table hold: periods, figures, or the words that tell its rows apart."""

import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.ingest.draft.grammar import grammars
from dashboard.ingest.draft.tables import Table
from dashboard.ingest.tables.cells import read_cell

TOTALS = ("total", "all", "persons", "all persons", "both", "all pupils", "all ages", "people", "overall")
_DATES = re.compile(r"date|year|period|month|quarter|time", re.I)
_CODES = re.compile(r"[A-Z]{1,3}\d{4,}|.*code.*|.*_id", re.I)
_FEW_SIGNS = 3  # texts in a column of figures that may each stand in many cells
_AFFIXES = ("£", "%", "p", "m", "k")


@dataclass
class Columns:
    """`period`: the column of periods, with the `grammars` that read it; `figures` and `words`: columns."""

    period: int | None = None
    grammars: list[str] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)


def columns_of(table: Table) -> Columns:
    """Sorts the columns of `table` into periods, figures and words; names and codes of areas are none."""
    found = Columns()
    dated = []
    for at in range(len(table.header[1])):
        texts = [text for text in table.column(at) if text]
        if at == table.area or not texts or not table.title(at) or _CODES.fullmatch(texts[0]):
            continue
        if read := _periods(table, at, texts):
            dated.append((at, read))
        if _are_figures(texts):
            found.figures.append(at)
        elif not _follows_area(table, at):
            found.words.append(at)
    dated.sort(key=lambda each: not _DATES.search(table.title(each[0])))
    if dated and (_DATES.search(table.title(dated[0][0])) or dated[0][0] not in found.figures):
        found.period, found.grammars = dated[0]
        found.figures = [at for at in found.figures if at != found.period]
        found.words = [at for at in found.words if at != found.period]
    found.figures = [at for at in found.figures if not _CODES.fullmatch(table.title(at))]
    return found


def _periods(table: Table, at: int, texts: list[str]) -> list[str]:
    beside = " ".join(table.column(column)[0] for column in range(len(table.header[1])) if column != at)
    return grammars(texts, f"{table.said} {table.title(at)} {beside}")


def _are_figures(texts: list[str]) -> bool:
    """Whether most of them are numbers, in one way of writing or another."""
    loose: dict[str, Any] = {"affixes": _AFFIXES}
    sample = texts[:: max(1, len(texts) // 400)]
    read = [max(_is_number(text, loose), _is_number(text, loose | {"decimal": ","})) for text in sample]
    words = {text for text, number in zip(sample, read, strict=True) if not number}
    enough = 0.6 if len(words) > _FEW_SIGNS else 0.3
    return sum(read) >= enough * len(sample) and any(re.search(r"\d", text) for text in sample)


def _is_number(text: str, options: dict[str, Any]) -> bool:
    number, mark = read_cell(text, options)
    return bool(mark) or bool(re.fullmatch(r"-?\d*\.?\d+(e[+-]?\d+)?", number, re.I))


def _follows_area(table: Table, at: int) -> bool:
    """Whether the column says nothing that the area does not: its name, its region, its code elsewhere."""
    by_area: dict[str, str] = {}
    pairs = zip(table.column(table.area), table.column(at), strict=True)
    return (
        all(by_area.setdefault(area, text) == text for area, text in pairs) and len(set(table.column(at))) > 1
    )


def written(texts: list[str]) -> dict[str, Any]:
    """The options that read cells such as `texts`: decimal, affixes, and marks for a person to name."""
    options: dict[str, Any] = {}
    if not _unread(texts, options):
        return {}
    if any(re.fullmatch(r"-?[\d.]*\d,\d{1,2}|-?\d+,\d{4,}", text) for text in texts):
        options["decimal"] = ","
    used = [affix for affix in _AFFIXES if any(_beside(affix, text) for text in _unread(texts, options))]
    if used:
        options["affixes"] = used
    marks = sorted(
        {
            text
            for text in _unread(texts, options)
            if len(text) <= 30 and not re.search(r"(?<![<>≤≥] )(?<![<>≤≥])\d", text)
        }
    )
    if marks:
        options["marks"] = dict.fromkeys(marks, "x")
    return options


def _beside(affix: str, text: str) -> bool:
    return bool(re.fullmatch(rf"{re.escape(affix)}\s*-?[\d.,]+|-?[\d.,]+\s*{re.escape(affix)}", text))


def _unread(texts: list[str], options: dict[str, Any]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text and not _is_number(text, options)]
