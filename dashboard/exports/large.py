"""Large tables: their files are written in pieces as they are read, so that none is ever in memory whole."""

import codecs
import io
import logging
import pickle
import threading
from collections.abc import Callable, Iterator
from itertools import chain

from dashboard.datastore.datasets import Dataset
from dashboard.exports.dataset import dataset_sheet
from dashboard.exports.sheet import Sheet
from dashboard.exports.spreadsheet import MOST_ROWS, xlsx_bytes
from dashboard.exports.tables import Shape, shapes_of_tables
from dashboard.exports.text_files import JSON_END, csv_lines, json_head, json_rows
from dashboard.runtime.isolated_process import output_of
from dashboard.site import Site

# Cells (rows times columns) from which a table is large: as a spreadsheet it takes two seconds and 45 MB, of
# half a million five seconds and 100 MB, in a process of its own.
MOST_CELLS = 200_000
ROWS_OF_A_PIECE = 50_000  # rows
# Up to here a large table is a spreadsheet all the same: people of an office ask for deprivation (844,000).
MOST_IN_A_SPREADSHEET = 900_000
WRITING_SECONDS = 45.0  # for one of them, on a machine that is busy; six on one that is not
WAITING_SECONDS = 10.0  # seconds until the one before is written
_ONE = threading.Lock()  # a process of 360 MB at a time
# A thread of OpenBLAS takes 40 MB of addresses, and Arrow's own pool a gigabyte: neither is needed to write.
_AROUND = {
    "OPENBLAS_NUM_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_WRITER = ["-m", "dashboard.exports.spreadsheet"]
_LOG = logging.getLogger("dashboard")


class NotWritten(RuntimeError):
    """A large spreadsheet cannot be written now; the message says what to take instead."""


def is_large(shape: Shape) -> bool:
    """Whether a table of this shape has more than MOST_CELLS cells."""
    return shape.cells > MOST_CELLS


def fits_a_spreadsheet(shape: Shape) -> bool:
    """Whether a table of this shape has at most MOST_IN_A_SPREADSHEET cells, and as few rows as it may."""
    return shape.cells <= MOST_IN_A_SPREADSHEET and shape.rows <= MOST_ROWS


def spreadsheet(sheet: Sheet, charge: Callable[[float], None] = lambda seconds: None) -> bytes:
    """`sheet` as a workbook, by a process of its own where it is large; `charge` is told of the seconds of a
    processor that this took. Raises TooLong like xlsx_bytes, and NotWritten where it has no time or no room.
    """
    cells = sheet.rows * len(sheet.columns)
    if cells <= MOST_CELLS or sheet.rows > MOST_ROWS:
        return xlsx_bytes(sheet)
    if not _ONE.acquire(timeout=WAITING_SECONDS):
        raise NotWritten("Another large spreadsheet is being written: wait a minute, or take the CSV file.")
    try:
        given = pickle.dumps(sheet, protocol=pickle.HIGHEST_PROTOCOL)
        seconds, _, body = output_of(_WRITER, WRITING_SECONDS, _AROUND, given).partition(b"\n")
        charge(float(seconds))
    except OSError as error:  # which those of the process are, too
        if isinstance(error, TimeoutError):
            charge(WRITING_SECONDS)
        _LOG.warning("the spreadsheet of %s cannot be written: %s", sheet.name, error)
        raise NotWritten("This spreadsheet cannot be written now: take the CSV or parquet file.") from error
    finally:
        _ONE.release()
    return body


def large_file(site: Site, dataset: Dataset, ending: str, piece: int = ROWS_OF_A_PIECE) -> Iterator[bytes]:
    """The file of the whole table of `dataset`, the same bytes as of one sheet for csv and json.

    Each piece is read when it is wanted, by a query of its own: a reader who takes long holds nothing.
    Raises KeyError for another ending than csv, json and parquet.
    """
    return LARGE[ending](site, dataset, _sheets(site, dataset, piece))


def _sheets(site: Site, dataset: Dataset, piece: int) -> Iterator[Sheet]:
    rows = shapes_of_tables(site)[dataset.dataset].rows
    return (dataset_sheet(site, dataset, range(at, at + piece)) for at in range(0, rows, piece))


def _csv(site: Site, dataset: Dataset, sheets: Iterator[Sheet]) -> Iterator[bytes]:
    if not _is_ascii(site, dataset.dataset):
        yield codecs.BOM_UTF8  # see text_files.marked
    for number, sheet in enumerate(sheets):
        yield csv_lines(sheet.arrow(), header=number == 0)


def _json(site: Site, dataset: Dataset, sheets: Iterator[Sheet]) -> Iterator[bytes]:
    first = next(sheets)
    yield json_head(first)
    yield json_rows(first.arrow())
    for sheet in sheets:
        yield b"," + json_rows(sheet.arrow())
    yield JSON_END


def _parquet(site: Site, dataset: Dataset, sheets: Iterator[Sheet]) -> Iterator[bytes]:
    """In one piece all the same, which is a fifteenth of the CSV file."""
    import pyarrow.parquet as pq

    first, out = next(sheets), io.BytesIO()
    schema = first.arrow().schema.with_metadata(first.metadata())
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for sheet in chain([first], sheets):
            writer.write_table(sheet.arrow().replace_schema_metadata(sheet.metadata()))
    yield out.getvalue()


LARGE = {"csv": _csv, "json": _json, "parquet": _parquet}  # by ending


def _is_ascii(site: Site, name: str) -> bool:
    """Whether all text in the table `name`, and the names of its columns, is ASCII."""

    def look() -> bool:
        kinds = shapes_of_tables(site)[name].kinds
        texts = [f'CAST("{column}" AS VARCHAR)' for column, kind in kinds if kind == "text"]
        if not all(column.isascii() for column, _ in kinds):
            return False
        other = " OR ".join(f"strlen({text}) <> length({text})" for text in texts) or "false"
        return not site.store.rows(f'SELECT 1 FROM "{name}" WHERE {other} LIMIT 1')  # noqa: S608 - a table of ours

    return site.store.remember(("ascii", name), look)
