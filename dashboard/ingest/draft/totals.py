"""Rows of totals beside rows of parts: which words beside an area and period split its figure."""

from typing import Any

from dashboard.ingest.draft.tables import Table
from dashboard.ingest.tables.grids import plain

TOTALS: tuple[str, ...] = (
    "total",
    "all",
    "persons",
    "all persons",
    "both",
    "all pupils",
    "all ages",
    "people",
    "overall",
)
TOTALS += ("all people", "value", "all categories", "all usual residents", "total (all)", "both sexes")


def unique(table: Table, key: list[int]) -> bool:
    """Whether no two rows of `table` have the same texts in the columns of `key`."""
    rows = list(zip(*(table.column(at) for at in key), strict=True))
    return len(set(rows)) == len(rows)


def only_totals(table: Table, words: list[int], key: list[int]) -> tuple[dict[str, Any], list[str]]:
    """options.only that takes the rows of totals, and what is asked where a column has none."""
    if unique(table, key):
        return {}, []
    only: dict[str, str] = {}
    asks: list[str] = []
    for at in words:
        title, texts = table.title(at), [text for text in dict.fromkeys(table.column(at)) if text]
        wanted = table.kind.only.get(title.lower(), [])
        total = next((text for text in wanted if text in texts), None) or _total(texts)
        if len(texts) > 1 and total:
            only[title] = total
        elif len(texts) > 1:
            asks.append(f"which rows: “{title}” has {', '.join(texts[:6])} (options.only)")
    return ({"only": only} if only else {}), asks


def _total(texts: list[str]) -> str | None:
    return next((text for text in texts if plain(text) in TOTALS), None) or next(
        (text for text in texts if plain(text).startswith(("total ", "all "))), None
    )
