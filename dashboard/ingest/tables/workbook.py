"""Reads the sheets of a publisher's workbook, as values."""

import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from dashboard.ingest.refusal import Refused, listed

_BROKEN = (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError)


def read_sheets(
    path: Path, names: Iterable[str], columns: int, first: int = 1
) -> dict[str, list[tuple[Any, ...]]]:
    """name -> the rows of that sheet from row `first`, each of so many `columns`.

    Raises Refused for what is no workbook, and for a sheet that is not there.
    """
    wanted = list(names)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # print areas that openpyxl does not know
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            if missing := [name for name in wanted if name not in book.sheetnames]:
                raise Refused(path, f"lacks the sheet {listed(missing)}, download it again")
            rows = {"min_row": first, "max_col": columns, "values_only": True}
            return {name: list(book[name].iter_rows(**rows)) for name in wanted}
        finally:
            book.close()
    except Refused:
        raise
    except _BROKEN as error:
        raise Refused(path, "is not a workbook that can be read, download it again") from error
