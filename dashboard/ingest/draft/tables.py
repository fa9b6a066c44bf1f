"""Where in a sheet the table is: its header row, the column of areas, its rows, and what stands around it."""

import re
from collections import Counter
from dataclasses import dataclass

from dashboard.ingest.draft.sheets import Sheet
from dashboard.ingest.geography.names import plain_name
from dashboard.ingest.tables.grids import Row

_CODE = re.compile(r"[EKNSW]\d{8}")
_LEAST = 3  # areas that make a column of areas


@dataclass(frozen=True)
class Table:
    """`area`: the column (from 0); `named`: whether it holds names; `said`: texts above."""

    sheet: Sheet
    header: Row
    area: int
    named: bool
    rows: list[Row]
    said: str
    notes: list[Row]

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
    above = " ".join(" ".join(filter(None, cells)) for _, cells in sheet.rows[: heads[-1]])
    rows = [sheet.rows[at] for at in mine]
    return Table(sheet, sheet.rows[heads[-1]], area, named, rows, above, sheet.rows[mine[-1] + 1 :])


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
    return bool(_CODE.fullmatch(cell)) if names is None else plain_name(cell) in names


def _is_header(row: Row, area: int) -> bool:
    cells = row[1]
    coded = any(_CODE.fullmatch(cell) for cell in cells)
    return area < len(cells) and bool(cells[area]) and sum(map(bool, cells)) > 1 and not coded
