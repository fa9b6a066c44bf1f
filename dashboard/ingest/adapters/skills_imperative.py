"""The Skills Imperative 2035 workbooks: projected employment and the jobs to be filled, per area."""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd

from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register import Source

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
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # print areas that openpyxl does not know
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        if missing := [name for name in (*SHEETS, "RD T1") if name not in book.sheetnames]:
            raise Refused(path, f"lacks the sheet {listed(missing)}, download it again")
        grids = {name: list(book[name].iter_rows(values_only=True)) for name in (*SHEETS, "RD T1")}
    finally:
        book.close()
    rows = [row for name, kind in SHEETS.items() for row in _levels(grids[name], kind, path)]
    rows += _requirements(grids["RD T1"])
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
        if not item or not all(isinstance(number, int | float) for number in numbers):
            continue
        qualification = item if kind == "qualification" else ALL
        for number, (_, year) in zip(numbers, years, strict=True):
            yield kind, item, qualification, "employment", year, float(number)
        if item.startswith("All "):
            return


def _requirements(grid: list[tuple]) -> Iterator[Row]:
    """Occupation by qualification: blocks one below the other in the first columns of a sheet."""
    qualification = None
    for row in grid:
        item = str(row[0] or "").strip()
        if item.endswith("(Constrained)"):
            qualification = re.sub(r"\s*\(Constrained\)$", "", item)
        elif qualification and all(isinstance(cell, int | float) for cell in row[1:6]):
            kind = "occupation by qualification"
            yield kind, item, qualification, "employment", 2020, float(row[1])
            yield kind, item, qualification, "employment", 2035, float(row[2])
            for measure, cell in zip(FLOWS, row[3:6], strict=True):
                yield kind, item, qualification, measure, 2035, float(cell)


def _floored(frame: pd.DataFrame, floor: float, keep: bool) -> pd.DataFrame:
    cell = ["area_code", "breakdown", "item", "qualification"]
    people = frame["value"].where(frame["measure"] == "employment")
    least = people.groupby([frame[column] for column in cell]).transform("min")
    # A cell of one year stands alone; a flow needs both ends to be large enough.
    low = (people < floor) | (people.isna() & (least < floor))
    value = frame["value"].mask(low & (not keep)).round(4)
    return frame.assign(value=value, status=low.map({True: "low" if keep else "c", False: ""}))
