"""A file of things or events, a row each: the options that count them by area."""

import re
from collections.abc import Mapping
from typing import Any

from dashboard.datastore.areas import ENGLAND
from dashboard.ingest.draft.grammar import grammars
from dashboard.ingest.draft.kinds import TableKind, kind_of_table
from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.draft.sheets import Sheet
from dashboard.ingest.geography.containment import Containment
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import number
from dashboard.ingest.tables.grids import Row

_POINTS = {
    "lon": re.compile(r"lon|long|longitude|x_lon|lng", re.I),
    "lat": re.compile(r"lat|latitude|y_lat", re.I),
    "easting": re.compile(r"eastings?|geox|oseasting|x_coordinate|osgb_e", re.I),
    "northing": re.compile(r"northings?|geoy|osnorthing|y_coordinate|osgb_n", re.I),
}
_WKT = re.compile(r"\s*POINT\s*\(", re.I)
_DATES = re.compile(r"date|month|day|year|time", re.I)
_CODE = re.compile(r"[EKNSW]\d{8}")


def events_of(sheet: Sheet, places: Places, coded: bool) -> SourceDraft | None:
    """What counts the rows of `sheet`: those of a known kind, or points where no areas are
    `coded`; or None."""
    known = kind_of_table(sheet.rows)
    if known and known[0].adapter == "counted":
        return _drafted(sheet, known[1], dict(known[0].options), places, known[0])
    if coded:
        return None
    for row in sheet.rows[:30]:
        if points := _points(sheet, row):
            return _drafted(sheet, row, points, places, TableKind())
    return None


def _points(sheet: Sheet, head: Row) -> dict[str, str]:
    """Which columns hold the places: two of numbers, or one of texts such as POINT (-2.2 53.4)."""
    found = {name: text for name, pattern in _POINTS.items() for text in head[1] if pattern.fullmatch(text)}
    for pair in (("lon", "lat"), ("easting", "northing")):
        if set(pair) <= found.keys():
            return {name: found[name] for name in pair}
    below = next((cells for line, cells in sheet.rows if line > head[0]), [])
    for at, text in enumerate(below):
        if _WKT.match(text) and at < len(head[1]) and head[1][at]:
            return {"point": head[1][at]}
    return {}


def _drafted(
    sheet: Sheet, head: Row, options: Mapping[str, Any], places: Places, kind: TableKind
) -> SourceDraft:
    rows = [cells for line, cells in sheet.rows if line > head[0]]
    draft = SourceDraft("counted", {**sheet.options, **options})
    at = f"; headers in row {head[0]}" if head[0] else ""
    laid = f"it is laid out as {kind.name}" if kind.name else "points and no areas"
    draft.found.append(f"{laid}: {number(len(rows), 'row')} of things, counted by area{at}")
    _dated(draft, head, rows, kind)
    if "measure" not in options:
        draft.options["series"] = "Number"
        draft.asks.append("what is counted, in words (options.series)")
    draft.options["covers"] = _covered(rows, places) or [ENGLAND]
    sentence = "of which areas the file is, whole: only there no row means none (options.covers)"
    draft.asks.append(
        f"{sentence}; those that it names are taken" if draft.options["covers"] != [ENGLAND] else sentence
    )
    draft.asks.append("which areas are counted: district, or small areas too (options.levels)")
    draft.units = dict.fromkeys(_series(draft, head, rows), "number")
    draft.figures = len(rows)
    return draft


def _dated(draft: SourceDraft, head: Row, rows: list[list[str]], kind: TableKind) -> None:
    """The column of dates, where one is read whole; else a period that a person has to give."""
    if "date" in draft.options:
        return
    draft.options |= {"period": "", "periods": "day"}
    ask = "of which day it is, as “2025-03-31” (options.period)"
    for at, title in enumerate(head[1]):
        texts = [cells[at] for cells in rows if at < len(cells) and cells[at]]
        if texts and _DATES.search(title) and (read := grammars(texts, title)):
            ask += f"; or, of events and not of a stock, date = {title!r} with periods = {read[0]!r}"
            break
    draft.asks.append(ask if not kind.name else f"{ask}; places that have ended are left out with only")


def _covered(rows: list[list[str]], places: Places) -> list[str]:
    """The districts of the codes that stand in the rows."""
    contained = Containment(places)
    codes = {cell for cells in rows[:20_000] for cell in cells if _CODE.fullmatch(cell)}
    return sorted({district for code in codes if (district := contained.district(code))})


def _series(draft: SourceDraft, head: Row, rows: list[list[str]]) -> list[str]:
    if "measure" not in draft.options:
        return [str(draft.options["series"])]
    at = head[1].index(str(draft.options["measure"]))
    return list(dict.fromkeys(cells[at] for cells in rows if at < len(cells) and cells[at]))
