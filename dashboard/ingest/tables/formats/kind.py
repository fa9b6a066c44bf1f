"""Which kind a file is of, by what stands in it and not by its name."""

import gzip
import zipfile
import zlib
from pathlib import Path
from typing import Literal

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.formats.no_data import refuse_no_data

FileKind = Literal["book", "parquet", "r", "json", "text"]
_R = (b"X\n\x00\x00\x00", b"RDX2\n", b"RDX3\n")
_SPACES = b" \t\r\n\xef\xbb\xbf"
_READ = 4096


def kind_of(path: Path) -> FileKind:
    """The kind of `path`. Raises Refused where it cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(_READ)
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error
    if start.startswith(b"PK\x03\x04"):
        return "book" if _is_book(path) else "text"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "book"  # .xls
    if start.startswith(b"PAR1"):
        return "parquet"
    start = _unpacked(start)
    if start.startswith(_R):
        return "r"
    refuse_no_data(path, start)
    text = start.lstrip(_SPACES)
    return "json" if text.startswith(b"{") or (text[:1] == b"[" and text[1:].lstrip()[:1] == b"{") else "text"


def _is_book(path: Path) -> bool:
    """Whether a packed file is a workbook, and no archive of text files. What is broken is taken for one."""
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return True
    return any(name in ("[Content_Types].xml", "mimetype", "content.xml") for name in names)


def _unpacked(start: bytes) -> bytes:
    if not start.startswith(b"\x1f\x8b"):
        return start
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, _READ)
    except (zlib.error, gzip.BadGzipFile):
        return b""
