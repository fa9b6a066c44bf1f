"""A row that stands twice: dropped only where every figure of it is the same, its limits too."""

from pathlib import Path

import pandas as pd
import pytest

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.tidy import _once

SAME = ("Rate", "E08000001", "2023-01-01", "E08000001", 12, 5.0, 4.0, 6.0, "")
COLUMNS = ["series", "area_code", "period", "old_code", "duration", "value", "lower", "upper", "status"]


BOLTON = Places({"E08000001": "district"}, {"E08000001": "Bolton"}, {})


def rows(*given: tuple) -> pd.DataFrame:
    return pd.DataFrame(given, columns=COLUMNS).assign(line=range(2, 2 + len(given)))


def test_rows_that_are_the_same_become_one_where_the_entry_says_so():
    assert len(_once(rows(SAME, SAME), Path("rates.csv"), BOLTON, repeats=True)) == 1
    with pytest.raises(Refused, match=r"line 3: E08000001, Rate, 2023-01-01 appears twice \(Bolton\)"):
        _once(rows(SAME, SAME), Path("rates.csv"), BOLTON, repeats=False)


@pytest.mark.parametrize(
    ("column", "other"), [("value", 5.1), ("lower", 3.9), ("upper", 6.1), ("status", "u"), ("duration", 3)]
)
def test_rows_that_differ_in_anything_are_refused(column, other):
    changed = tuple(other if name == column else cell for name, cell in zip(COLUMNS, SAME, strict=True))
    with pytest.raises(Refused, match="appears twice"):
        _once(rows(SAME, changed), Path("rates.csv"), BOLTON, repeats=True)
