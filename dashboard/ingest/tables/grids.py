"""Finds a table in a file of any kind: its header row, its columns by their names, and the rows below."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.ingest.raised_digits import FROM_RAISED
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.cells import are_figures
from dashboard.ingest.tables.formats.book import read_book
from dashboard.ingest.tables.formats.frames import read_parquet, read_r
from dashboard.ingest.tables.formats.json_rows import read_json_rows
from dashboard.ingest.tables.formats.kind import kind_of
from dashboard.ingest.tables.formats.text_rows import Row, read_rows, with_equal_width, without_notes

__all__ = ["OPTIONS", "Grid", "Row", "joined_headers", "plain", "read_grid", "read_grids"]

# What an entry may say of where its table stands (encoding and delimiter: of a text file).
OPTIONS = frozenset(("sheet", "header", "headers", "until", "only", "encoding", "delimiter"))
_NOTE = re.compile(r"\s*\[[^\]]*\]")  # "2024 [r] [note 7]"
_UNTIL = "write in options.until what the row above it begins with"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")


@dataclass(frozen=True)
class Grid:
    """A table: `titles`, its headers as they stand; `rows` below, each as wide; `sheet`, where it is in one;
    `notes`: what is to be reported. Of several header rows the titles are joined, `parts` keeps them apart;
    `line`: the last of them."""

    titles: list[str]
    rows: list[Row]
    sheet: str = ""
    notes: list[str] = field(default_factory=list)
    parts: list[list[str]] = field(default_factory=list)
    line: int | None = None

    def at(self, name: str) -> int:
        """The column called `name`; ValueError where there is none."""
        return self.head.index(plain(name))

    def dated_beside(self, taken: set[int]) -> list[str]:
        """The headers with a year, or none, of columns of figures that are not among `taken`."""
        found = []
        for at, title in enumerate(self.titles):
            texts = [cells[at] for _, cells in self.rows if cells[at]]
            dated = not title or _YEAR.search(title)
            if at not in taken and dated and are_figures(texts):
                found.append(f"“{title}”" if title else f"column {at + 1}, which has no header")
        return found

    @property
    def head(self) -> list[str]:
        """The headers as they are compared."""
        return [plain(title) for title in self.titles]


def read_grid(
    path: Path, options: dict[str, Any], some: tuple[str, ...], every: tuple[str, ...] = (), sheet: str = ""
) -> Grid:
    """The table in `path`.

    Its header row is the first with a cell of one of `some`, if any are given, and of each of `every` (and of
    options.header, or the row of that number); options.headers such rows make one header. In a workbook it
    stands in `sheet` (else options.sheet), or in the only visible sheet that has such a row. It ends at the
    row that begins with options.until. Of the rows, those that options.only lets through. Raises Refused.
    """
    grids, notes = read_grids(path, options, sheet)
    only, header = options.get("only", {}), options.get("header", ())
    every = (*every, *only, *([header] if isinstance(header, str) else ()))
    line = header if isinstance(header, int) else 0
    name, at = _found(path, grids, some, every, (options.get("headers", 1), line))
    grid, many = grids[name], options.get("headers", 1)
    parts = _parts(grid, at, many)
    titles = [" ".join(filter(None, each)) for each in parts]
    head = [plain(title) for title in titles]
    if twice := [each for each in (*some, *every) if head.count(plain(each)) > 1]:
        raise Refused(path, f"two columns are called {listed(twice)}, correct one", grid[at][0], name)
    below = _until(path, grid[at + 1 :], options.get("until", ""), name)
    if kind_of(path) == "text":
        below, footnotes = without_notes(below, len(head))
        rows, notes = with_equal_width(path, head, below), [*notes, *footnotes]
    else:
        rows = [_wide(row, len(head)) for row in below]
    if not rows:
        raise Refused(path, "holds a header and no rows, download it again", grid[at][0], name)
    columns = [head.index(plain(each)) for each in (*some, *every) if plain(each) in head]
    _refuse_second_table(path, parts, rows, columns, options.get("skip", ()), name)
    return Grid(titles, _only(path, head, rows, only), name, notes, parts, grid[at][0])


def read_grids(
    path: Path, options: dict[str, Any], sheet: str = ""
) -> tuple[dict[str, list[Row]], list[str]]:
    """Name -> rows of each sheet of a workbook or table of an R file (one called "" of any other file), and
    what is to be reported. Raises Refused."""
    kind, wanted = kind_of(path), sheet or options.get("sheet", "")
    if kind == "book":
        return read_book(path, wanted, options.get("decimal", ".")), []
    if kind == "r":
        return read_r(path, wanted), []
    if kind == "parquet":
        return {"": read_parquet(path, options.get("only", {}))}, []
    if kind == "json":
        return {"": read_json_rows(path)}, []
    rows, notes = read_rows(path, options.get("encoding", ""), options.get("delimiter", ""))
    return {"": rows}, notes


def plain(header: str) -> str:
    """A header as it is compared: lower case, one blank between words, without notes such as [note 7].

    The raised number of a note is written as an entry may have it: “Duties ended1,2”."""
    return " ".join(_NOTE.sub("", header).translate(FROM_RAISED).split()).lower()


def _found(
    path: Path,
    grids: dict[str, list[Row]],
    some: tuple[str, ...],
    every: tuple[str, ...],
    where: tuple[int, int],
) -> tuple[str, int]:
    """(sheet, place in its rows) of the header row; Refused where none has it, or several sheets do."""
    found = {name: _head_at(grid, some, every, *where) for name, grid in grids.items()}
    held = {name: at for name, at in found.items() if at is not None}
    if len(held) == 1:
        return next(iter(held.items()))
    if len(grids) == 1:
        raise _no_head(next(iter(grids.items())), [*some, *every], path, where)
    which = f"the sheets {listed(held)} have" if held else f"no sheet of {listed(grids, 30)} has"
    headers = listed([*some, *every])
    raise Refused(path, f"{which} a row with the headers {headers}, name one as sheet in options")


def _head_at(
    grid: list[Row], some: tuple[str, ...], every: tuple[str, ...], many: int, line: int
) -> int | None:
    first, needed = {plain(name) for name in some}, {plain(name) for name in every}
    for at in range(many - 1, len(grid)):
        if line and grid[at][0] != line:
            continue
        head = {*map(plain, joined_headers(grid, at, many))}
        if (not first or first & head) and needed <= head:
            return at
    return None


def _no_head(sheet: tuple[str, list[Row]], named: list[str], path: Path, where: tuple[int, int]) -> Refused:
    """The refusal that says what the row lacks that is most like the header row."""
    (name, grid), (many, number) = sheet, where
    if number and number not in [line for line, _ in grid]:
        return Refused(path, f"row {number} is empty or absent, correct header in its entry", None, name)
    heads = [(grid[at][0], [*map(plain, joined_headers(grid, at, many))])
             for at in range(many - 1, len(grid)) if not number or grid[at][0] == number]  # fmt: skip
    line, head = max(heads, key=lambda each: len({*map(plain, named)} & {*each[1]}), default=(1, []))
    missing = [text for text in named if plain(text) not in head]
    if len(missing) == len(named):
        return Refused(
            path, f"no row has the headers {listed(named)}, correct options in its entry", line, name
        )
    has = listed(filter(None, head), 20)
    sentence = f"the header lacks {listed(missing)} (it has {has}), correct options in its entry"
    return Refused(path, sentence, line, name)


def joined_headers(grid: list[Row], at: int, many: int) -> list[str]:
    """The headers of each column that `many` rows down to the one at `at` make together."""
    return [" ".join(filter(None, parts)) for parts in _parts(grid, at, many)]


def _parts(grid: list[Row], at: int, many: int) -> list[list[str]]:
    """The cells of the header above each column, the upper ones carried to the right as merged cells are."""
    rows = [cells for _, cells in grid[at - many + 1 : at + 1]]
    width = max(map(len, rows))
    filled = [_carried(cells, width) for cells in rows[:-1]]
    last = [*rows[-1], *[""] * width][:width]
    return [[*(row[column] for row in filled), last[column]] for column in range(width)]


def _carried(cells: list[str], width: int) -> list[str]:
    found, last = [], ""
    for cell in [*cells, *[""] * width][:width]:
        last = cell or last
        found.append(last)
    return found


def _wide(row: Row, width: int) -> Row:
    line, cells = row
    return line, cells if len(cells) >= width else [*cells, *[""] * (width - len(cells))]


def _until(path: Path, rows: list[Row], until: str, sheet: str) -> list[Row]:
    """The rows before the first whose first words are `until`. Raises Refused where none is."""
    if not until:
        return rows
    for at, (_, cells) in enumerate(rows):
        if plain(next(filter(None, cells), "")).startswith(plain(until)):
            return rows[:at]
    raise Refused(path, f"no row begins with '{until}', correct until in its entry", None, sheet)


def _refuse_second_table(
    path: Path,
    parts: list[list[str]],
    rows: list[Row],
    columns: list[int],
    skipped: Iterable[str],
    sheet: str,
) -> None:
    """Refuse rows among which a header stands again, of which `columns` are called the same: those below it
    would be read as figures of the first table. The very same header may be that of the table's next page,
    which the entry says by leaving it out."""
    last = [each[-1] for each in parts]
    for line, cells in rows if columns else ():
        if cells[columns[0]].lower() != last[columns[0]].lower():
            continue
        if all(plain(cells[at]) == plain(last[at]) for at in columns):
            if cells[: len(last)] != last:
                raise Refused(path, f"another table begins here, {_UNTIL}", line, sheet)
            if cells[columns[0]] not in skipped:
                goes_on = f"or name “{cells[columns[0]]}” in options.skip where the table goes on"
                raise Refused(path, f"the header stands here again, {_UNTIL}, {goes_on}", line, sheet)


def _only(path: Path, head: list[str], rows: list[Row], only: dict[str, Any]) -> list[Row]:
    """The rows that `only` (header -> a text, or several) lets through. Raises Refused where none is left."""
    for name, wanted in only.items():
        at, allowed = head.index(plain(name)), {wanted} if isinstance(wanted, str) else set(wanted)
        texts = dict.fromkeys(cells[at] for _, cells in rows if at < len(cells))
        if missing := sorted(allowed - {*texts}):
            sentence = (
                f"the column {name} has no {listed(missing)} (it has {listed(filter(None, texts), 20)})"
            )
            raise Refused(path, f"{sentence}, correct only in options")
        rows = [row for row in rows if at < len(row[1]) and row[1][at] in allowed]
    return rows
