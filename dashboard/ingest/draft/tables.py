"""Where in a sheet the table is: its header rows, the column of areas, its rows, and what is around it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from dashboard.ingest.draft.kinds import TableKind, kind_of_table
from dashboard.ingest.draft.sheets import Sheet
from dashboard.ingest.geography.names import plain_name
from dashboard.ingest.tables.grids import Row, joined_headers

_CODE = re.compile(r"[EKNSW]\d{8}")
_LEAST = 3  # areas that make a column of areas


@dataclass(frozen=True)
class Table:
    """`area`: the column (from 0); `named`: whether it holds names; `above`: texts above it; `headers`:
    how many rows make the header, whose joined cells are in `header`; `kind`: of a publisher whose files are
    known."""

    sheet: Sheet
    header: Row
    area: int
    named: bool
    rows: list[Row]
    above: str
    notes: list[Row]
    headers: int = 1
    kind: TableKind = field(default_factory=TableKind)

    @property
    def last(self) -> list[str]:
        """The headers of the last header row alone, without notes."""
        cells = next((cells for line, cells in self.sheet.rows if line == self.header[0]), [])
        return [" ".join(re.sub(r"\s*\[[^\]]*\]", "", cell).split()) for cell in cells]

    @property
    def width(self) -> int:
        """How many columns have a header."""
        return len(self.header[1])

    def column(self, at: int) -> list[str]:
        """The texts of one column, row by row."""
        return [cells[at] if at < len(cells) else "" for _, cells in self.rows]

    @property
    def wider(self) -> list[int]:
        """Columns of codes in rows whose own column of areas has none: those of regions and sums."""
        of = [
            row for row in self.sheet.rows if row[0] > self.header[0] and not _is_area(row, self.area, None)
        ]
        found: dict[int, set[str]] = {}
        for _, cells in of:
            for at, cell in enumerate(cells):
                if _CODE.fullmatch(cell):
                    found.setdefault(at, set()).add(cell)
        # A region's row names its country too: the column that tells more areas apart comes first.
        named = sorted((at for at in found if self.title(at)), key=lambda at: (-len(found[at]), at))
        return [] if self.named else named

    def title(self, at: int) -> str:
        """The header of one column, as it stands, without notes."""
        cells = self.header[1]
        return " ".join(re.sub(r"\s*\[[^\]]*\]", "", cells[at]).split()) if at < len(cells) else ""

    def others(self, figures: list[int], names: dict[str, str]) -> list[str]:
        """What stands as the area of rows below the header that have figures and are of no area."""
        known = names if self.named else None
        found = []
        for row in self.sheet.rows:
            line, cells = row
            filled = [cells[at] for at in figures if at < len(cells) and cells[at]]
            if (
                line > self.header[0]
                and filled
                and self.area < len(cells)
                and not _is_area(row, self.area, known)
            ):
                found.append(cells[self.area])
        return [text for text in dict.fromkeys(found) if text]


def table_of(sheet: Sheet, names: dict[str, str]) -> Table | None:
    """The table in `sheet`, or None where no column holds codes or (`names`: plain name -> code) names."""
    found = _area_column(sheet, names)
    if found is None:
        return None
    area, named = found
    mine = [at for at, row in enumerate(sheet.rows) if _is_area(row, area, names if named else None)]
    heads = [at for at in range(mine[0]) if _is_header(sheet.rows[at], area)]
    if not heads:
        return None
    last, many = _header_rows(sheet, heads[-1], mine[0], area)
    above = " ".join(" ".join(filter(None, cells)) for _, cells in sheet.rows[: last - many + 1])
    header: Row = (sheet.rows[last][0], joined_headers(sheet.rows, last, many))
    known = kind_of_table([header])
    kind = known[0] if known else TableKind()
    rows = [sheet.rows[at] for at in mine]
    return Table(sheet, header, area, named, rows, above, sheet.rows[mine[-1] + 1 :], many, kind)


def _header_rows(sheet: Sheet, head: int, first: int, area: int) -> tuple[int, int]:
    """(place of the last header row, how many there are): a row of words below the named one, or a row of
    groups above one whose names stand twice."""
    below = head + 1
    if below < first and len(names := _words(sheet.rows[below], area)) > 1 and below + 1 == first and names:
        return below, 2
    cells = sheet.rows[head][1]
    titles = [cell for cell in cells if cell]
    adjacent = head and sheet.rows[head - 1][0] == sheet.rows[head][0] - 1
    above = sheet.rows[head - 1][1] if adjacent else []
    # Headers that stand in the row above the one that names the areas: Stat-Xplore, merged cells.
    split = any(
        cell and not "".join(cells[at : at + 1]) and _numbered(sheet, head, at)
        for at, cell in enumerate(above)
    )
    if (split or len(set(titles)) < len(titles)) and sum(map(bool, above)) > 1:
        return head, 2
    return head, 1


def _numbered(sheet: Sheet, head: int, at: int) -> bool:
    """Whether a number stands in column `at` of one of the rows below the header."""
    below = [cells[at] for _, cells in sheet.rows[head + 1 : head + 6] if at < len(cells)]
    return any(re.fullmatch(r"-?[\d,.]+", cell) for cell in below)


def _words(row: Row, area: int) -> list[str]:
    """The cells of a row without an area, none of which is a number."""
    cells = [cell for at, cell in enumerate(row[1]) if cell and at > area]
    return [] if any(re.fullmatch(r"[\d,.£%-]+", cell) for cell in cells) else cells


def _area_column(sheet: Sheet, names: dict[str, str]) -> tuple[int, bool] | None:
    coded: Counter[int] = Counter()
    named: Counter[int] = Counter()
    for _, cells in sheet.rows:
        coded.update(at for at, cell in enumerate(cells) if _CODE.fullmatch(cell))
        named.update(at for at, cell in enumerate(cells) if plain_name(cell) in names)
    for counted, by_name in ((coded, False), (named, True)):
        if counted and max(counted.values()) >= _LEAST:
            return _best(sheet, counted), by_name
    return None


def _best(sheet: Sheet, counted: Counter[int]) -> int:
    """Of the columns that hold most areas, the one that tells most of them apart."""
    full = [at for at, count in counted.items() if count >= 0.5 * max(counted.values())]
    different = {at: len({cells[at] for _, cells in sheet.rows if at < len(cells)}) for at in full}
    return max(sorted(full), key=lambda at: different[at])


def _is_area(row: Row, area: int, names: dict[str, str] | None) -> bool:
    cell = row[1][area] if area < len(row[1]) else ""
    return bool(_CODE.fullmatch(cell)) or (names is not None and plain_name(cell) in names)


def _is_header(row: Row, area: int) -> bool:
    cells = row[1]
    coded = any(_CODE.fullmatch(cell) for cell in cells)
    return area < len(cells) and bool(cells[area]) and sum(map(bool, cells)) > 1 and not coded
