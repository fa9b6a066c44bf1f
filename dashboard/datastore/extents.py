"""Extents: what the build has counted of each indicator, region by region (dashboard/exports/extents.py)."""

from dataclasses import dataclass, fields
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.store import Store


@dataclass(frozen=True)
class Extent:
    """One indicator's `first` and `last` period anywhere, its `rows` in and around one region, and the
    `figures` of the region and of places in it. `levels` names those of ward, msoa and lsoa with a figure
    in it, with a blank between; `digest` is that of the SELECT they were counted of."""

    indicator: str
    region: str
    first: date
    last: date
    rows: int
    figures: int
    levels: str
    digest: str


def counted(store: Store, indicator: Indicator) -> dict[str, Extent]:
    """The Extent of `indicator` by region; empty where its SELECT was mended since the build, or the build
    is of before there was one."""
    held = store.remember("extents", lambda: _read(store))
    return held.get((indicator.id, indicator.select_digest), {})


def _read(store: Store) -> dict[tuple[str, str], dict[str, Extent]]:
    names = [field.name for field in fields(Extent)]
    if "extents" not in store.tables() or not {*names} <= {*store.columns("FROM extents")}:
        return {}
    found: dict[tuple[str, str], dict[str, Extent]] = {}
    for row in store.rows(f"SELECT {', '.join(names)} FROM extents"):  # noqa: S608 - our own names
        item = Extent(*row)
        found.setdefault((item.indicator, item.digest), {})[item.region] = item
    return found
