"""What is said of a file in which no table of areas was found: what its fullest row is."""

from pathlib import Path

from dashboard.ingest.draft.sheets import Sheet
from dashboard.ingest.refusal import Refused, listed


def no_table(path: Path, sheets: list[Sheet]) -> Refused:
    """The refusal of `path`, none of whose `sheets` holds a table of areas."""
    where = listed((each.name for each in sheets if each.name), 5)
    looked = f"the sheets {where}" if where else "the file"
    rows = [row for sheet in sheets for row in sheet.rows]
    line, cells = max(rows, key=lambda row: sum(map(bool, row[1])), default=(0, []))
    has = f" (row {line} is: {listed(filter(None, cells), 8)})" if rows else ""
    sentence = f"no column of {looked} holds area codes (E08000001) or names of areas, three at least, below"
    return Refused(path, f"{sentence} a header row{has}, see that the table has one, then run this again")
