"""Of two tables, what moved at all and what moved by more than a revision does."""

import pandas as pd
import pytest

from dashboard.ingest.editions.comparison import compare

COLUMNS = ["area_code", "series", "period", "duration", "value", "lower", "upper", "status"]


def rates(*values: float) -> pd.DataFrame:
    rows = [
        (f"E0800000{n}", "Rate", "2023-01-01", 12, value, None, None, "") for n, value in enumerate(values)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.mark.parametrize(
    ("new", "moved", "revised"),
    [
        ((100.0, 100.0, 100.0), 0, 0),
        ((101.0, 100.0, 100.0), 1, 0),  # 1%, and the register calls 5% a revision
        ((101.0, 90.0, 100.0), 2, 1),
        ((105.0, 100.0, 100.0), 1, 0),  # just that share is none
    ],
)
def test_a_figure_that_moved_is_not_yet_a_revised_one(new, moved, revised):
    change = compare("rates", "rates", rates(100.0, 100.0, 100.0), rates(*new), threshold=0.05)
    assert (change.compared, change.moved, change.revised) == (3, moved, revised)
