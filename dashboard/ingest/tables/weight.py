"""Refuses files that would unpack to far more than figures weigh ("zip bombs") before they are read."""

import gzip
import zipfile
import zlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.extent import check_extent

MB = 1_000_000
PLAIN = 500 * MB
UNPACKED = 300 * MB
ENTRIES = 10_000
ROWS = 50_000_000
# NotImplementedError: a compression that Python lacks; RuntimeError: a part with a password.
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)


def weigh(path: Path) -> None:
    """Raises Refused where `path`, plain or unpacked, is larger than any source of ours could be."""
    size = path.stat().st_size
    if size > PLAIN:
        raise Refused(path, f"is {size // MB} MB, more than figures weigh, check what was downloaded")
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith(b"PK"):
        _weigh_zip(path)
    elif start.startswith(b"\x1f\x8b"):
        _weigh_gzip(path)
    elif start == b"PAR1":
        _weigh_parquet(path)


def _weigh_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as book:
            entries = book.infolist()
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > UNPACKED or len(entries) > ENTRIES:
                _too_large(path, unpacked)
            check_extent(path, book)
    except Refused:  # a ValueError too
        raise
    except _BROKEN as error:
        raise Refused(path, f"is a broken zip file ({error}), download it again") from error


def _weigh_gzip(path: Path) -> None:
    unpacked = 0
    try:
        with gzip.open(path) as file:
            while block := file.read(4 * MB):
                unpacked += len(block)
                if unpacked > UNPACKED:
                    _too_large(path, unpacked)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Refused(path, "is cut short or damaged, download it again") from error


def _weigh_parquet(path: Path) -> None:
    try:
        about = pq.read_metadata(path)
    except (pa.ArrowException, OSError) as error:
        sentence = " ".join(str(error).split())
        raise Refused(path, f"is a broken parquet file ({sentence}), download it again") from error
    unpacked = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
    if unpacked > UNPACKED or about.num_rows > ROWS:
        _too_large(path, unpacked)


def _too_large(path: Path, unpacked: int) -> None:
    raise Refused(
        path,
        f"unpacks to over {unpacked // MB} MB, more than figures weigh, do not open it, ask the publisher",
    )
