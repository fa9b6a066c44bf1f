"""The sheets of a spreadsheet (.xlsx, .xlsm, .xls, .ods) as rows of texts."""

import io
from datetime import date, datetime, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.formats.text_rows import Row, trimmed
from dashboard.ingest.tables.formats.workbook_xml import with_all_said


def read_book(path: Path, sheet: str = "", decimal: str = ".") -> dict[str, list[Row]]:
    """name -> the rows of that sheet that hold anything, of `sheet` or of every visible one.

    Whole numbers stand without ".0", dates as 2024-03-31, numbers with `decimal` before their decimals, as
    the texts beside them. Raises Refused for what is no workbook, and for a sheet that is not there.
    """
    try:
        book = _opened(path)
        found = [name for name in book.sheet_names if sheet in (name, name.strip())]
        if sheet and not found:
            has = listed(book.sheet_names, 30)
            raise Refused(path, f"has no sheet '{sheet}' (it has {has}), correct the name in its entry")
        return {name: _rows(book, name, decimal) for name in (found[:1] if sheet else _visible(book))}
    except (CalamineError, OSError) as error:
        raise Refused(path, f"is no spreadsheet that can be read ({_why(error)})") from error


def sheet_names(path: Path) -> list[str]:
    """The visible sheets of a workbook. Raises Refused."""
    try:
        return _visible(_opened(path))
    except (CalamineError, OSError) as error:
        raise Refused(path, f"is no spreadsheet that can be read ({_why(error)})") from error


def _opened(path: Path) -> CalamineWorkbook:
    """The workbook in `path`, of the kind that its bytes are, whatever it is called."""
    return CalamineWorkbook.from_filelike(io.BytesIO(with_all_said(path.read_bytes())))


def _why(error: Exception) -> str:
    """What is wrong with it, and so what to do: a password is taken off, all else is fetched again."""
    if "password" in str(error).lower() or "encrypt" in str(error).lower():
        return "it has a password: save it without one"
    return "it is damaged or of another kind: download it again, or save it as .xlsx or .csv"


def _visible(book: CalamineWorkbook) -> list[str]:
    return [
        each.name
        for each in book.sheets_metadata
        if each.visible == SheetVisibleEnum.Visible and each.typ == SheetTypeEnum.WorkSheet
    ]


def _rows(book: CalamineWorkbook, sheet: str, decimal: str) -> list[Row]:
    cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    rows = [(number, [cell_text(cell, decimal) for cell in row]) for number, row in enumerate(cells, start=1)]
    return [(number, row) for number, row in rows if any(row)]


def cell_text(cell: object, decimal: str = ".") -> str:
    """One value as the text that a reader of the table would write for it, `decimal` before its decimals."""
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 1e16:
            return str(int(cell))
        return repr(cell) if "e" in repr(cell) else repr(cell).replace(".", decimal)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return trimmed(str(cell))
