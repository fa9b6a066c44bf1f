"""Reads R data frames saved by saveRDS or save: text, numbers, factors and dates.

Libraries that read R's files are under the AGPL (pyreadr) or make an object of every cell (rdata: 92 s and
2.5 GB for the 490,000 rows of DfE's hub; here 3 s and 0.35 GB). What a table takes of the format is small:
https://cran.r-project.org/doc/manuals/r-release/R-ints.html#Serialization-Formats
"""

import bz2
import gzip
import lzma
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from dashboard.ingest.refusal import Refused

SYMBOL, PAIRS, TEXT, LOGICAL, WHOLE, REAL, STRINGS, VECTOR = 1, 2, 9, 10, 13, 14, 16, 19
REFERENCE, NOTHING, SEQUENCE = 255, 254, 238
NUMBERS = {LOGICAL: ">i4", WHOLE: ">i4", REAL: ">f8"}
_LATIN_1 = 4  # a bit of what R says of a text
MISSING = -(2**31)  # R's whole number that stands for none
_PAIR = struct.Struct(">ii").unpack_from
_ONE = struct.Struct(">i").unpack_from
_BROKEN = (
    OSError,
    EOFError,
    lzma.LZMAError,
    struct.error,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    RecursionError,
)


def read_r_table(path: Path) -> pd.DataFrame:
    """The one data frame in `path`; what is missing is NaN. Raises Refused for any other file."""
    frames = read_r_tables(path)
    if len(frames) != 1:
        raise Refused(path, f"holds {len(frames)} tables where one is needed, save that one by saveRDS")
    return next(iter(frames.values()))


def read_r_tables(path: Path) -> dict[str, pd.DataFrame]:
    """name -> data frame of a file of saveRDS ("" its one name) or of save. Raises Refused for any other."""
    try:
        data = _unpacked(path.read_bytes())
        named = data.startswith((b"RDX2\n", b"RDX3\n"))
        frames = _Stream(data[5 * named :]).frames(named)
        return {name: _frame(columns, attributes) for name, (columns, attributes) in frames.items()}
    except _BROKEN as error:
        raise Refused(path, "is not a readable R file with one table, download it again") from error


def _unpacked(data: bytes) -> bytes:
    """What R's save compresses, by one of its three ways or not at all."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"BZh"):
        return bz2.decompress(data)
    return lzma.decompress(data) if data.startswith(b"\xfd7zXZ") else data


def _frame(columns: list[Any], attributes: dict[str, Any]) -> pd.DataFrame:
    """The columns of one value a row; shapes and lists, which have more, are left out."""
    pairs = zip(attributes["names"], columns, strict=True)
    return pd.DataFrame({name: column for name, column in pairs if not isinstance(column, tuple)})


def _timed(value: Any, kind: list[str | None]) -> Any:
    """Days or seconds since 1970 as dates, where R's class of a column says that they are."""
    unit = "D" if "Date" in kind else "s" if "POSIXct" in kind else ""
    return pd.to_datetime(pd.Series(value, dtype="float64"), unit=unit).dt.normalize() if unit else value


def _is_frame(found: Any) -> bool:
    is_list = isinstance(found, tuple) and isinstance(found[0], list) and "names" in found[1]
    return is_list and "data.frame" in (found[1].get("class") or ["data.frame"])


class _Stream:
    """Serialised R objects (XDR, version 2 or 3), read from front to back."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 14
        self.symbols: list[str] = []
        self.words: dict[bytes, str] = {}
        if data[:2] != b"X\n":
            raise ValueError("not XDR")
        if self._peek(2) == 3:  # names the encoding of the session that wrote it
            self.at += 4 + self._peek(14)

    def frames(self, named: bool) -> dict[str, tuple[list[Any], dict[str, Any]]]:
        """name -> the columns of a data frame, and its attributes, of which `names` is one."""
        found = self._pairs() if named else {"": self._item()}
        if self.at != len(self.data):
            raise ValueError("not whole")
        frames = {str(name): each for name, each in found.items() if _is_frame(each)}
        if not frames:
            raise ValueError("no data frame")
        return frames

    def _peek(self, at: int) -> int:
        (found,) = _ONE(self.data, at)
        return int(found)

    def _whole(self) -> int:
        self.at += 4
        return self._peek(self.at - 4)

    def _item(self) -> Any:
        """The next object: a vector (with its attributes, where it has any), a symbol's name or None."""
        flags = self._whole()
        kind, attributed = flags & 255, bool(flags & 512)
        if kind == NOTHING:
            return None
        if kind == SYMBOL:
            self._whole()
            self.symbols.append(self._text())
            return self.symbols[-1]
        if kind == REFERENCE:
            return self.symbols[(flags >> 8 or self._whole()) - 1]
        value = self._sequence() if kind == SEQUENCE else self._vector(kind)
        if not attributed:
            return value
        attributes = self._pairs()
        if "levels" in attributes:
            levels = attributes["levels"]
            return [levels[int(code) - 1] if code > 0 else None for code in value.tolist()]
        if kind == VECTOR:
            return value, attributes
        return _timed(value, attributes["class"]) if "class" in attributes else value

    def _vector(self, kind: int) -> Any:
        length = self._whole()
        if kind == STRINGS:
            return self._strings(length)
        if kind == VECTOR:
            return [self._item() for _ in range(length)]
        form = np.dtype(NUMBERS[kind])
        self.at += length * form.itemsize
        given = np.frombuffer(self.data, form, length, self.at - length * form.itemsize)
        if kind != REAL and (none := given == MISSING).any():
            return np.where(none, np.nan, given)
        return given.astype(form.newbyteorder("="))

    def _sequence(self) -> np.ndarray:
        """Whole numbers that R keeps as how many there are, the first and the step (the names of rows)."""
        name = next(iter(self._pairs().values()))
        if name not in ("compact_intseq", "compact_realseq"):
            raise ValueError(name)
        length, first, step = self._item()
        self._item()
        numbers: np.ndarray = first + step * np.arange(int(length))
        return numbers

    def _strings(self, length: int) -> list[str | None]:
        data, at, words = self.data, self.at, self.words
        found: list[str | None] = []
        for _ in range(length):
            flags, size = _PAIR(data, at)
            at += 8
            if size < 0:
                found.append(None)
                continue
            raw = data[at : at + size]
            at += size
            if raw not in words:
                words[raw] = raw.decode("latin-1" if flags >> 12 & _LATIN_1 else "utf-8")
            found.append(words[raw])
        self.at = at
        return found

    def _text(self) -> str:
        size = self._whole()
        self.at += size
        return self.data[self.at - size : self.at].decode()

    def _pairs(self) -> dict[str | int, Any]:
        """A list of pairs up to its end, by name, or by place where they have none."""
        found: dict[str | int, Any] = {}
        while (flags := self._whole()) & 255 == PAIRS:
            if flags & 512:
                self._pairs()
            name = self._item() if flags & 1024 else len(found)
            found[name] = self._item()
        return found
