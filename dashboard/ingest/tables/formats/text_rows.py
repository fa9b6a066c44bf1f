"""A text file of cells (CSV, TSV) as rows: what is not certain is refused, never guessed."""

import csv
import gzip
import io
import itertools
import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path

from dashboard.ingest.refusal import Refused, listed, number

Row = tuple[int, list[str]]  # the row's line in the file, from 1, and its cells
MOST_BYTES = 1 << 30  # of a file that comes packed
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DELIMITERS = (",", "\t", ";", "|")
_HAS_A_DIGIT = re.compile(r"\d").search
_TABLES, _TEXTS = (".csv", ".tsv"), (".csv", ".tsv", ".txt")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u202a\u202c\x1a"
_SAMPLE = 400  # lines by which the delimiter is told


def read_rows(path: Path, encoding: str = "", delimiter: str = "") -> tuple[list[Row], list[str]]:
    """The rows of `path` that hold anything, each cell trimmed, and what is to be told of the file.

    UTF-8, or UTF-16 with its mark, or the `encoding` that is declared; packed with gzip or not. Cells are
    parted by `delimiter`, else by `delimiter_of` the text. Raises Refused.
    """
    text = decoded(path, encoding)
    parted = delimiter or delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted, strict=True)
    try:
        rows = [(reader.line_num, [trimmed(cell) for cell in row]) for row in reader]
    except csv.Error as error:
        reason = f"is not valid CSV ({error}), correct it or download it again"
        raise Refused(path, reason, reader.line_num) from error
    cut = [] if text.endswith(("\n", "\r")) else ["the last line has no line end: see that the file is whole"]
    return [(line, cells) for line, cells in rows if any(cells)], cut


def delimiter_of(text: str) -> str:
    """What parts the cells of `text`: the one of DELIMITERS by which most of the first rows are equally wide.
    A title with a comma, or decimal commas, part nothing in a file of semicolons."""
    lines = list(itertools.islice(io.StringIO(text), _SAMPLE))
    return max(DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    """How many rows are as wide as most of them, and how wide; (0, 0) where `mark` parts nothing."""
    widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=mark) if len(cells) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def decoded(path: Path, encoding: str = "") -> str:
    """The text of `path`. Raises Refused with the line that is not of its encoding, or holds a NUL."""
    raw = _unpacked(path)
    if not raw.strip():
        raise Refused(path, "is empty, download it again")
    of_its_own = next((name for mark, name in _MARKS.items() if raw.startswith(mark)), "")
    if b"\0" in raw and not (of_its_own or encoding).startswith("utf-16"):
        if kind := _sixteen(raw):
            mend = f'write encoding = "{kind}" in options, or save it as UTF-8'
            raise Refused(path, f"is UTF-16 text without its mark, {mend}", 1)
        raise _no_text(path, raw[: raw.index(b"\0")].count(b"\n") + 1)
    try:
        text = raw.decode(of_its_own or encoding or "utf-8")
    except LookupError as error:
        raise Refused(path, f"no encoding is called '{encoding}', correct it in options") from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        reason = (
            f"is not {encoding or 'UTF-8'} text, save it as UTF-8, or say what it is as encoding in options"
        )
        raise Refused(path, reason, line) from error
    if "\0" in text:
        raise _no_text(path, text[: text.index("\0")].count("\n") + 1)
    return text


def _no_text(path: Path, line: int) -> Refused:
    return Refused(path, "holds a NUL byte, it is not a text file, download it again", line)


def _sixteen(raw: bytes) -> str:
    """The kind of UTF-16 that text of our letters is, every second byte of it NUL; "" for anything else."""
    start = raw[:200]
    pairs = {"utf-16-le": (start[1::2], start[::2]), "utf-16-be": (start[::2], start[1::2])}
    return next((kind for kind, (empty, full) in pairs.items() if not any(empty) and all(full)), "")


def with_equal_width(path: Path, head: list[str], rows: list[Row]) -> list[Row]:
    """`rows` as wide as `head`, where a lone sentence is a note and empty cells on the right are none.

    Raises Refused for a row of another width, which may be cut short or hold an unquoted comma.
    """
    width, bad = len(head), []
    for line, cells in rows:
        filled = len(cells) if len(cells) <= width else max(at + 1 for at, cell in enumerate(cells) if cell)
        if filled > width or (len(cells) < width and not _is_note(cells)):
            bad.append((line, len(cells)))
    if bad:
        (line, count), *more = bad
        also = f" (lines {listed([at for at, _ in more], 3)} are wrong too)" if more else ""
        sentence = f"has {number(count, 'cell')} where the header has {width}{also}"
        mend = "it looks truncated, download it again"
        if all(many > width for _, many in bad):
            mend = "correct it: a cell that holds what parts the cells stands in quotes"
        raise Refused(path, f"{sentence}, {mend}", line)
    return [(line, [*cells, *[""] * width][:width]) for line, cells in rows]


def without_notes(rows: list[Row], width: int) -> tuple[list[Row], list[str]]:
    """`rows` of a table of `width` columns without the notes below it, and what is to be told of them.

    They begin after an empty line, and every row from there on is narrower and begins with words. What was
    cut short follows its neighbour, or ends inside a cell of several lines.
    """
    at = len(rows)
    while at and len(rows[at - 1][1]) < width and _says_words(rows[at - 1][1]):
        at -= 1
    starts = (each for each in range(max(at, 1), len(rows)) if rows[each][0] > rows[each - 1][0] + 1)
    end = next(starts, len(rows))
    told = [f"what stands from line {rows[end][0]} on is taken for notes"] if end < len(rows) else []
    return rows[:end], told


def _says_words(cells: list[str]) -> bool:
    return not any(map(_HAS_A_DIGIT, cells[:1])) and not any("\n" in cell for cell in cells)


def _is_note(cells: list[str]) -> bool:
    """A sentence in the first cell and nothing else: "Source: waste team", never a code cut short."""
    return " " in cells[0] and not any(cells[1:])


def trimmed(cell: str) -> str:
    """A cell without the blanks and invisible signs around it."""
    return cell.strip().strip(_INVISIBLE).strip()  # str.strip takes no-break spaces too


def _unpacked(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
        if raw.startswith(b"PK\x03\x04"):
            return _of_archive(path)
        if not raw.startswith(b"\x1f\x8b"):
            return raw
        with gzip.open(io.BytesIO(raw)) as packed:
            text = packed.read(MOST_BYTES + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error, zipfile.BadZipFile) as error:
        raise Refused(path, "is packed and cut short, download it again") from error
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror}), check its path in the register") from error
    if len(text) > MOST_BYTES:
        raise Refused(path, f"unpacks to more than {MOST_BYTES >> 20} MB, give it unpacked and in parts")
    return text


def _of_archive(path: Path) -> bytes:
    """The one text file of a .zip. Raises Refused where it holds several, or none."""
    with zipfile.ZipFile(path) as archive:
        every = [each.filename for each in archive.infolist()]
        # Beside a table its archive may hold a text about it, and what a Mac puts into each.
        own = [name for name in every if not Path(name).name.startswith("._")]
        texts, names = (
            [name for name in own if Path(name).suffix.lower() in kinds] for kinds in (_TEXTS, _TABLES)
        )
        names = names if len(names) == 1 else texts
        if len(names) != 1:
            sentence = f"is an archive with {len(names)} files of text"
            raise Refused(path, f"{sentence}, unpack it and name the ones that are wanted as path")
        with archive.open(names[0]) as packed:
            text = packed.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise Refused(path, f"unpacks to more than {MOST_BYTES >> 20} MB, give it unpacked and in parts")
    return text
