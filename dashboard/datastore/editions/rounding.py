"""Rounding: with how many decimals each edition of a series gave its figures, told from the figures
themselves.

An edition of one decimal between two of two decimals moves every figure and revises none.
"""

from datetime import date

from dashboard.datastore.store import Store
from dashboard.methods.revisions import EXACT_DECIMALS, FEWEST_PAIRS

_WHOLE = "bool_and(abs(value - round(value, {0})) < 1e-7) THEN {0}"
_CASES = " WHEN ".join(_WHOLE.format(decimals) for decimals in range(4))
_DECIMALS = (
    f"SELECT seen, CASE WHEN {_CASES} ELSE {EXACT_DECIMALS} END FROM past_editions "  # noqa: S608 - our own numbers
    "WHERE dataset = ? AND series = ? GROUP BY seen HAVING count(*) >= ? ORDER BY seen"
)


def decimals_of(store: Store, table: str, series: str) -> dict[date, int]:
    """The decimals of each edition of a series of `table`, by the day by which it was in the publisher's
    files, oldest first; without those that brought fewer than 20 figures, of which nobody can tell."""
    key = ("decimals of editions", table, series)
    return store.remember(key, lambda: dict(store.rows(_DECIMALS, [table, series, FEWEST_PAIRS])))
