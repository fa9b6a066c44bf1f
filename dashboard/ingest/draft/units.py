"""The unit of a figure: what its title names, or what a column of the table says of every row."""

import re

from dashboard.ingest.draft.tables import Table

_BRACKETED = re.compile(r"\(([^()]{1,40})\)")
_PER_CENT = re.compile(r"%|per ?cent(age)?\b|_pct\b|\bpct\b", re.I)
_MONEY_OR_RATE = re.compile(r"£[\w ]*|per [\d,]+[\w ]*", re.I)
# In brackets stands a unit where it measures or counts; else it is a remark: “(P)”, “(incl. owned ...)”.
_MEASURES = re.compile(
    r"[£€$%]|\b(per ?cent|pence|number|no\.|count|0{3}s?|hundreds?|thousands?|millions?|billions?|index|ratio"
    r"|rate|seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|km|kilometres?|miles?|metres?|m2|sqm|hectares?"
    r"|ha|tonnes?|kt|kg|[kmgt]wh?|[km]bit/?s|mbps|°c|litres?|people|persons?|residents|pupils|households?|homes?"
    r"|dwellings?|jobs?|vehicles?|passengers?|journeys?)\b|\bper\b",
    re.I,
)
_OF_ROWS = re.compile(r"units?|unit of measure(ment)?|uom", re.I)
_REMARK = re.compile(r"\s*(incl|excl|of which|note|see|based)", re.I)


def unit_of(text: str) -> str:
    """The unit that a title names, or nothing: “Homes (thousands)”, “£ per household”, “rate_percent”."""
    bracketed = [match[1].strip() for match in _BRACKETED.finditer(text)]
    found = [each for each in bracketed if _MEASURES.search(each) and not _REMARK.match(each)]
    if not found and _PER_CENT.search(text.replace("_", " ")):
        return "%"
    match = _MONEY_OR_RATE.search(text)
    unit = found[0] if found else match[0].strip() if match else ""
    return "%" if _PER_CENT.fullmatch(unit) else unit


def unit_of_cells(texts: list[str]) -> str:
    """The sign that stands beside every number of a column: “%” or “£”; else nothing."""
    numbers = [text for text in texts if re.search(r"\d", text)]
    signs = ("%", r".*\d ?%"), ("£", r"-?£ ?-?\d.*")
    return next(
        (sign for sign, how in signs if numbers and all(re.fullmatch(how, text) for text in numbers)), ""
    )


def stated_unit(table: Table) -> str:
    """What a column of units says, where it says one thing of every row; else nothing."""
    for at in range(table.width):
        if _OF_ROWS.fullmatch(table.title(at)) and len(texts := {*table.column(at)}) == 1:
            return texts.pop().lower()
    return ""
