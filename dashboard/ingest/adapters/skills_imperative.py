"""The Skills Imperative 2035 workbooks: projected employment and the jobs to be filled, per area."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register import Source
from dashboard.ingest.workbook import read_sheets

SHEETS = {
    "Occ T1": "occupation group",
    "Occ T2": "occupation",
    "Ind T1": "industry sector",
    "Ind T2": "industry",
    "Qual T1": "qualification",
}
FLOWS = ("net change", "replacement demand", "total requirement")
COLUMNS = ("area_code", "breakdown", "item", "qualification", "measure", "year", "value", "status")
ALL = "All qualifications"
WIDE = 8  # columns of the blocks that are read
Row = tuple[str, str, str, str, int, float]


def build(source: Source, folder: Path, places: Places) -> Built:
    """One row per area, breakdown, item, qualification, measure and year, in thousands of people.

    `measure` is employment (in `year`) or net change, replacement demand or total requirement
    (2020 to 2035, `year` 2035). options: `names` (the workbooks' name of an area -> code), `floor`
    (thousands): where employment is below it in either year the workbooks advise against publishing,
    so the value is NULL and its status 'c'. With disclosure = "suppress" the value stays and the status is
    'low': the rule then hides it, and what would give it away (protection.marked = "low").
    """
    frames = [_workbook(path, source, places) for path in source.files(folder)]
    frame = pd.concat(frames, ignore_index=True).astype({"year": "int16"})
    key = list(COLUMNS[:-2])
    if frame.duplicated(key).any():
        raise Refused(
            source.path, f"{listed(frame.loc[frame.duplicated(key).idxmax(), key])} appears twice, keep one"
        )
    frame = _floored(frame, source.options["floor"], source.disclosure == "suppress")
    return Built({source.dataset: frame[list(COLUMNS)].sort_values(key, ignore_index=True)})


def _workbook(path: Path, source: Source, places: Places) -> pd.DataFrame:
    grids = read_sheets(path, (*SHEETS, "RD T1"), WIDE)
    rows = [row for name, kind in SHEETS.items() for row in _levels(grids[name], kind, path)]
    rows += _requirements(grids["RD T1"], path)
    frame = pd.DataFrame(rows, columns=["breakdown", "item", "qualification", "measure", "year", "value"])
    return frame.assign(area_code=_area(grids["Qual T1"], path, source, places))


def _area(grid: list[tuple], path: Path, source: Source, places: Places) -> str:
    """The area the sheet's title ends with."""
    name = str(grid[0][0]).rpartition(", ")[2].strip()
    codes = places.named(("country", "combined_authority")) | source.options.get("names", {})
    if name not in codes:
        raise Refused(path, f"no combined authority is called '{name}', add it to options.names", 1)
    return codes[name]


def _levels(grid: list[tuple], kind: str, path: Path) -> Iterator[Row]:
    """The first block of a sheet: employment by year, and (occupations) the flows beside it."""
    heads = [i for i, row in enumerate(grid) if 2035 in row[:7]]
    if not heads:
        raise Refused(path, f"the sheet of employment by {kind} has no row of years, download it again")
    years = [(column, int(year)) for column, year in enumerate(grid[heads[0]][:7]) if isinstance(year, int)]
    for row in grid[heads[0] + 1 :]:
        item = str(row[0] or "").strip()
        numbers = [row[column] for column, _ in years]
        if not _numbers(numbers, item, path) or not item:
            continue
        qualification = item if kind == "qualification" else ALL
        for number, (_, year) in zip(numbers, years, strict=True):
            yield kind, item, qualification, "employment", year, float(number)
        if item.startswith("All "):
            return


def _requirements(grid: list[tuple], path: Path) -> Iterator[Row]:
    """Occupation by qualification: blocks one below the other in the first columns of a sheet."""
    qualification = None
    for row in grid:
        item = str(row[0] or "").strip()
        if item.endswith("(Constrained)"):
            qualification = re.sub(r"\s*\(Constrained\)$", "", item)
        elif qualification and _numbers(row[1:6], item, path):
            kind = "occupation by qualification"
            yield kind, item, qualification, "employment", 2020, float(row[1])
            yield kind, item, qualification, "employment", 2035, float(row[2])
            for measure, cell in zip(FLOWS, row[3:6], strict=True):
                yield kind, item, qualification, measure, 2035, float(cell)


def _numbers(cells: list | tuple, item: str, path: Path) -> bool:
    """Whether `cells` are numbers (True) or all empty, as beside a heading (False); Refused for a mixture."""
    if all(isinstance(cell, int | float) for cell in cells):
        return True
    bad = next((cell for cell in cells if cell is not None and not isinstance(cell, int | float)), None)
    if bad is not None or any(cell is not None for cell in cells):
        said = "an empty cell" if bad is None else f"'{bad}'"
        raise Refused(path, f"{said} stands where {item or 'a row'} has its numbers, correct it")
    return False


def _floored(frame: pd.DataFrame, floor: float, keep: bool) -> pd.DataFrame:
    cell = ["area_code", "breakdown", "item", "qualification"]
    people = frame["value"].where(frame["measure"] == "employment")
    least = people.groupby([frame[column] for column in cell]).transform("min")
    # A cell of one year stands alone; a flow needs both ends to be large enough.
    low = (people < floor) | (people.isna() & (least < floor))
    value = frame["value"].mask(low & (not keep)).round(4)
    return frame.assign(value=value, status=low.map({True: "low" if keep else "c", False: ""}))
