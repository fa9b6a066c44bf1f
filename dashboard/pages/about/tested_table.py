"""The back-test of every projection as a table in words: what each range held of what came next."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from dashboard.datastore.as_built import mended
from dashboard.methods.projection.widening import WIDEST
from dashboard.site import Site
from dashboard.statements.outlook.projected import Backtest, projected_anew
from dashboard.statements.outlook.tested_words import EIGHT_IN_TEN, FEWEST_TESTS

FURTHEST = 5
HOW = (
    "At each past date a range was drawn from what was known then. It was set against what came next in all "
    "areas of the same kind, and should hold 80% of it. Where it held less than 72% it is now drawn wider. "
    "The second figure shows how such a wider range did. A range that would have to be more than "
    f"{WIDEST:.1f} times as wide is not drawn."
)
KEY = (
    ("81%", "the range held 81% of what came next"),
    ("54%, ×1.8: 68%", "it held 54%, is drawn 1.8 times as wide, and held 68% when widened beforehand"),
    ("54%, ×1.8: ?", f"the same, but widened ranges could be tested from fewer than {FEWEST_TESTS} periods"),
    ("24%, ×3.1: not drawn", f"it would have to be over {WIDEST:.1f} times as wide"),
    ("–", "so far ahead it cannot be tested, so nothing is drawn"),
)


@dataclass(frozen=True)
class Tested:
    """One indicator at one level: its id, its title, and a cell for each of FURTHEST periods ahead."""

    indicator: str
    title: str
    cells: tuple[str, ...]


def backtests(site: Site, level: str) -> list[Backtest]:
    """Every back-test at a level (one of areas.AUTHORITIES): as worked out at build, or anew of an indicator
    that was mended since."""
    if "coverage" not in site.store.tables():
        return []
    new = mended(site.store, site.indicators.values())
    held = site.indicators.keys() - {item.id for item in new}
    columns = ", ".join(field.name for field in fields(Backtest))
    sql = f"SELECT {columns} FROM coverage WHERE level = ? ORDER BY indicator, horizon"  # noqa: S608 - ours
    built = (Backtest(*row) for row in site.store.rows(sql, [level]))
    anew = (row for item in new for row in projected_anew(site, item) if isinstance(row, Backtest))
    return [row for row in built if row.indicator in held] + [row for row in anew if row.level == level]


def table(site: Site, level: str) -> list[Tested]:
    """A row for each indicator that is projected at `level`, in the order of the themes."""
    by: dict[str, dict[int, Backtest]] = {}
    for item in backtests(site, level):
        by.setdefault(item.indicator, {})[item.horizon] = item
    return [
        Tested(key, indicator.title, tuple(_cells(by[key])))
        for key, indicator in site.indicators.items()
        if key in by
    ]


def summary(rows: Iterable[Backtest]) -> str:
    """How many of the ranges held what they promise: one sentence for a level."""
    rows = list(rows)
    low, high = EIGHT_IN_TEN
    right = sum(low <= item.coverage <= high for item in rows)
    above = sum(item.coverage > high for item in rows)
    below = [item for item in rows if item.coverage < low]
    cut = sum(item.widened > WIDEST for item in below)
    mended = sum(item.later >= FEWEST_TESTS and low <= item.held for item in below if item.widened <= WIDEST)
    return (
        f"Of {len(rows)} ranges tested, {right} held 72 to 88% of what came next and {above} more than that. "
        f"{len(below)} held less: {cut} of them {'is' if cut == 1 else 'are'} not drawn, the others are "
        f"drawn wider, and of these {mended} held 72% or more when widened beforehand."
    )


def cell(item: Backtest) -> str:
    """One back-test in a few signs; KEY explains them."""
    if item.widened <= 1:
        return f"{item.coverage:.0%}"
    start = f"{item.coverage:.0%}, ×{item.widened:.1f}"
    if item.widened > WIDEST:
        return f"{start}: not drawn"
    return f"{start}: ?" if item.later < FEWEST_TESTS else f"{start}: {item.held:.0%}"


def _cells(found: dict[int, Backtest]):
    for ahead in range(1, FURTHEST + 1):
        yield cell(found[ahead]) if ahead in found else "–"
