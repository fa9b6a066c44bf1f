"""The Skills Imperative 2035 workbooks: projected employment and the jobs to be filled, per area."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.correspondence import check_same_districts, declared_districts, plan_areas
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.workbook import read_sheets

OPTIONS = frozenset(("areas", "lookup", "floor"))

IDENTIFIES_PLACES_BY_NAME = True
SHEETS = {
    "Occ T1": "occupation group",
    "Occ T2": "occupation",
    "Ind T1": "industry sector",
    "Ind T2": "industry",
    "Qual T1": "qualification",
}
FLOWS = ("net change", "replacement demand", "total requirement")
CELL = ["breakdown", "item", "qualification", "measure", "year"]
KEY = ["area_code", *CELL]
COLUMNS = (*KEY, "value", "status")
ALL = "All qualifications"
WIDE = 8  # columns of the blocks that are read
Row = tuple[str, str, str, str, int, float]


def inputs(source: Source, folder: Path) -> list[Path]:
    """The workbooks that the entry declares, and the lookup that says what they cover."""
    paths = [path for area in source.options["areas"].values() for path in _paths(source, folder, area)]
    return paths + ([folder / source.options["lookup"]] if "lookup" in source.options else [])


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """One row per area, breakdown, item, qualification, measure and year, in thousands of people.

    `measure` is employment (in `year`) or net change, replacement demand or total requirement
    (2020 to 2035, `year` 2035). options: `areas` (code -> `workbooks`, each with the name that its titles end
    with, the `districts` or `plan_areas` of the `lookup` that they cover together, and `founded` for a region
    that ONS does not have; several are added up cell by cell, before anything is hidden), `floor` (in 1,000s:
    where employment is below it in either year the workbooks advise against publishing), so the value is NULL
    and its status 'c'. With disclosure = "suppress" the value stays and the status is 'low': the rule then
    hides it, and what would give it away (protection.marked = "low").
    """
    lookup = plan_areas(folder / source.options["lookup"]) if "lookup" in source.options else {}
    frames = []
    for code, area in source.options["areas"].items():
        if places.levels.get(code) != "country":
            where = listed(area["workbooks"])
            districts, founded = declared_districts(where, area, lookup), area.get("founded", [])
            check_same_districts(where, code, districts, places, founded)
        frames.append(_area(source, folder, area).assign(area_code=code))
    frame = pd.concat(frames, ignore_index=True).astype({"year": "int16"})
    frame = _floored(frame, source.options["floor"], source.disclosure == "suppress")
    return AdapterResult({source.dataset: frame[list(COLUMNS)].sort_values(KEY, ignore_index=True)})


def _paths(source: Source, folder: Path, area: dict[str, Any]) -> list[Path]:
    """The workbooks of one area: `*` in the entry's path is what it calls them."""
    return source.all_of(folder, tuple(source.path.replace("*", name, 1) for name in area["workbooks"]))


def _area(source: Source, folder: Path, area: dict[str, Any]) -> pd.DataFrame:
    """The cells of an area's workbooks, added up where there are several; all have the same cells."""
    paths = _paths(source, folder, area)
    books = [_workbook(*each) for each in zip(paths, area["workbooks"].values(), strict=True)]
    cells = [set(book[CELL].itertuples(index=False, name=None)) for book in books]
    for path, own in zip(paths[1:], cells[1:], strict=True):
        if own != cells[0]:
            raise Refused(path, f"has other cells than {paths[0].name}, download both again")
    return pd.concat(books).groupby(CELL, as_index=False)["value"].sum()


def _workbook(path: Path, name: str) -> pd.DataFrame:
    grids = read_sheets(path, (*SHEETS, "RD T1"), WIDE)
    titled = str(grids["Qual T1"][0][0]).rpartition(", ")[2].strip()
    if titled != name:
        raise Refused(path, f"is of '{titled}' where the register expects '{name}', correct options.areas", 1)
    rows = [row for sheet, kind in SHEETS.items() for row in _levels(grids[sheet], kind, path)]
    rows += _requirements(grids["RD T1"], path)
    frame = pd.DataFrame(rows, columns=[*CELL, "value"])
    if (again := frame.duplicated(CELL)).any():
        raise Refused(path, f"{listed(frame.loc[again.idxmax(), CELL])} appears twice, keep one")
    return frame


def _levels(grid: list[tuple[Any, ...]], kind: str, path: Path) -> Iterator[Row]:
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


def _requirements(grid: list[tuple[Any, ...]], path: Path) -> Iterator[Row]:
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


def _numbers(cells: list[Any] | tuple[Any, ...], item: str, path: Path) -> bool:
    """Whether `cells` are numbers (True) or all empty, as beside a heading (False); Refused for a mixture."""
    if all(isinstance(cell, int | float) for cell in cells):
        return True
    bad = next((cell for cell in cells if cell is not None and not isinstance(cell, int | float)), None)
    if bad is not None or any(cell is not None for cell in cells):
        sentence = "an empty cell" if bad is None else f"'{bad}'"
        raise Refused(path, f"{sentence} stands where {item or 'a row'} has its numbers, correct it")
    return False


def _floored(frame: pd.DataFrame, floor: float, keep: bool) -> pd.DataFrame:
    cell = ["area_code", "breakdown", "item", "qualification"]
    people = frame["value"].where(frame["measure"] == "employment")
    least = people.groupby([frame[column] for column in cell]).transform("min")
    # A cell of one year stands alone; a flow needs both ends to be large enough.
    low = (people < floor) | (people.isna() & (least < floor))
    value = frame["value"].mask(low & (not keep)).round(5)
    return frame.assign(value=value, status=low.map({True: "low" if keep else "c", False: ""}))
