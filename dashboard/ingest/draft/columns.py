"""What the columns of a table hold: periods, figures, limits, or the words that tell its rows apart."""

import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.ingest.draft.grammar import grammars
from dashboard.ingest.draft.tables import Table
from dashboard.ingest.tables.cells import read_cell

MEASURE = re.compile(r"measure|indicator|series|variable|statistic|metric|type", re.I)
_DATES = re.compile(r"date|year|period|month|quarter|time", re.I)
_CODES = re.compile(r"[A-Z]{1,3}\d{4,}|.*code.*|.*[_ ]id|id|fid|objectid|globalid|urn|uprn", re.I)
# What a map or a database adds to a table: no figures of it.
_OF_A_MAP = re.compile(r"lon(g|gitude)?|lat(itude)?|easting|northing|x|y|bng_[en]|shape__?\w+|sortable", re.I)
_BESIDE = {
    "lower": re.compile(r"(?<![a-z])(lower|lcl|lci)(?![a-z])", re.I),
    "upper": re.compile(r"(?<![a-z])(upper|ucl|uci)(?![a-z])", re.I),
    "status": re.compile(r"(obs_)?status|flag|marker|data quality", re.I),
}
_MARGIN = re.compile(
    r"conf(?:idence)?(?: interval)?(?: ?\(?(?:\+/-|±)\)?)?|(?:95% )?margin(?: of error)?|\+/-|±"
    r"|(?:95% )?(?:ci|confidence interval) ?\(?(?:\+/-|±)\)?",
    re.I,
)
_YEAR = re.compile(r"(19|20)\d\d")
_SIGN = re.compile(r"-?[\d,.]*\d ?([*†‡#^~]+|\([a-z]\)|[er])")  # beside a number
_FEW_SIGNS = 3  # texts in a column of figures that may each stand in many cells
_AFFIXES = ("£", "%", "p", "m", "k")


@dataclass
class Columns:
    """`period`: the column of periods, with the `grammars` that read it; `figures` and `words`: columns;
    `beside`: the columns of lower, upper and status; `margin`: how columns to the right of figures are called
    that say how far their limits lie from them."""

    period: int | None = None
    grammars: list[str] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    beside: dict[str, int] = field(default_factory=dict)
    margin: str = ""


def columns_of(table: Table) -> Columns:
    """Sorts the columns of `table` into periods, figures and words; names and codes of areas are none."""
    found = Columns()
    dated = []
    for at in range(table.width):
        texts, title = [text for text in table.column(at) if text], table.title(at)
        if at == table.area or not texts or not title or table.kind.ignores(title):
            continue
        if _CODES.fullmatch(texts[0]) and not _are_words(texts):
            continue
        if read := _periods(table, at, texts):
            dated.append((at, read))
        if _are_figures(texts):
            found.figures.append(at)
        elif not _follows_area(table, at):
            found.words.append(at)
    _take_period(table, found, dated)
    found.figures = [at for at in found.figures if not _is_key(table.title(at))]
    labelled = {
        table.title(at).removesuffix(" label") for at in found.words if table.title(at).endswith(" label")
    }
    found.words = [at for at in found.words if table.title(at) not in labelled]  # codes beside their words
    _take_margins(table, found)
    _take_beside(table, found)
    return found


def _take_margins(table: Table, found: Columns) -> None:
    """Columns such as Nomis's “conf”, of one name, each to the right of the figure that it is of."""
    called = {at: _last(table, at) for at in found.figures if _MARGIN.fullmatch(_last(table, at))}
    if len(set(called.values())) == 1 and all(at - 1 in {*found.figures} - called.keys() for at in called):
        found.margin = next(iter(called.values()))
        found.figures = [at for at in found.figures if at not in called]


def _last(table: Table, at: int) -> str:
    """The header of a column in the last header row alone."""
    return table.last[at] if at < len(table.last) else ""


def _is_key(title: str) -> bool:
    return bool(_CODES.fullmatch(title) or _OF_A_MAP.fullmatch(title))


def _are_words(texts: list[str]) -> bool:
    """A text such as “Q12024” looks like a code; a column of few texts is one of words."""
    return len(set(texts)) < len(texts) / 2


def _take_period(table: Table, found: Columns, dated: list[tuple[int, list[str]]]) -> None:
    """The likeliest of the columns that are `dated`: by its title, and one of more than one period first."""
    wanted = table.kind.date
    dated.sort(key=lambda each: (
        bool(wanted) and table.title(each[0]).lower() != wanted,
        not _dated(table, each[0]),
        len(set(table.column(each[0]))) == 1,
    ))  # fmt: skip
    if dated and (_dated(table, dated[0][0]) or dated[0][0] not in found.figures):
        found.period, found.grammars = dated[0]
        others = {at for at, _ in dated if _dated(table, at)}
        found.figures = [at for at in found.figures if at not in {found.period, *others}]
        found.words = [at for at in found.words if at not in {found.period, *others}]


def _dated(table: Table, at: int) -> bool:
    """Whether a column is one of periods by its title, or by holding a few years and nothing else."""
    texts = table.column(at)
    years = all(_YEAR.fullmatch(text) for text in texts if text) and len(set(texts)) <= len(texts) / 2
    return bool(_DATES.search(table.title(at))) or years


def _take_beside(table: Table, found: Columns) -> None:
    """Limits and status, where there is one figure that they can be of."""
    limits: dict[str, list[int]] = {
        name: [at for at in (found.figures if name != "status" else found.words) if _is(table, name, at)]
        for name in _BESIDE
    }
    main = [at for at in found.figures if at not in (*limits["lower"], *limits["upper"])]
    one = len(main) == 1 or bool(table.kind.value)
    if limits["lower"] and limits["upper"] and not one and main:
        # Of several figures beside one pair of limits, the estimate stands before them.
        main = [at for at in main if at < limits["lower"][0]][-1:] or main[:1]
        one = True
    if not one:
        return
    found.beside = {name: columns[0] for name, columns in limits.items() if columns}
    if len(limits["lower"]) and len(limits["upper"]):
        found.figures = main
    else:
        found.beside = {name: at for name, at in found.beside.items() if name == "status"}
    found.words = [at for at in found.words if at not in found.beside.values()]


def _is(table: Table, name: str, at: int) -> bool:
    title, named = table.title(at), getattr(table.kind, name)
    return title.lower() == named if named else bool(_BESIDE[name].search(title))


def _periods(table: Table, at: int, texts: list[str]) -> list[str]:
    beside = " ".join(table.column(column)[0] for column in range(table.width) if column != at)
    return grammars(texts, f"{table.above} {table.title(at)} {beside}")


def _are_figures(texts: list[str]) -> bool:
    """Whether most of them are numbers, in one way of writing or another."""
    loose: dict[str, Any] = {"affixes": _AFFIXES, "brackets": "negative"}
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
    if any(re.fullmatch(r"-?[\d. ]*\d,\d{1,2}|-?\d+,\d{4,}|-?0,\d+", text) for text in texts):
        options["decimal"] = ","
    if any(re.fullmatch(r"£?\([\d,.]*\d[%]?\)", text) for text in _unread(texts, options)):
        options["brackets"] = "negative"
    used = [affix for affix in _AFFIXES if any(_beside(affix, text) for text in _unread(texts, options))]
    if used:
        options["affixes"] = used
    beside = {match[1] for text in _unread(texts, options) if (match := _SIGN.fullmatch(text))}
    if beside:
        options["marks"] = dict.fromkeys(sorted(beside), "")
    marks = sorted(
        {
            text
            for text in _unread(texts, options)
            if len(text) <= 30 and not re.search(r"(?<![<>≤≥] )(?<![<>≤≥])\d", text)
        }
    )
    if marks:
        options["marks"] = options.get("marks", {}) | dict.fromkeys(marks, "x")
    return options


def _beside(affix: str, text: str) -> bool:
    return bool(re.fullmatch(rf"{re.escape(affix)}\s*-?[\d.,]+|-?[\d.,]+\s*{re.escape(affix)}", text))


def _unread(texts: list[str], options: dict[str, Any]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text and not _is_number(text, options)]
