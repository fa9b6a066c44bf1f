"""As built: what the build has worked out of each indicator, and whether it still holds.

It holds while the files of the indicator say what they said to the build. Of one that was mended since,
every reader works it out anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.store import Store

DEFINITIONS = "definitions"  # the table of indicators that the build knew, and the digest of each


@dataclass(frozen=True)
class Extent:
    """One indicator's `first` and `last` period anywhere, its `rows` in and around one region, and the
    `figures` of the region and of places in it (dashboard/exports/extents.py). `levels` names those of ward,
    msoa and lsoa with a figure in it, with a blank between."""

    indicator: str
    region: str
    first: date
    last: date
    rows: int
    figures: int
    levels: str


def is_as_built(store: Store, indicator: Indicator) -> bool:
    """Whether the build knew `indicator` as it is defined now."""
    return _definitions(store).get(indicator.id) == indicator.digest


def mended(store: Store, indicators: Iterable[Indicator]) -> list[Indicator]:
    """Those of `indicators` that are defined otherwise than the build knew them: what it worked out is of the
    old ones. None in a datastore of before there were digests, whose build must be taken at its word."""
    known = _definitions(store)
    return [item for item in indicators if known and known.get(item.id) != item.digest]


def counted(store: Store, indicator: Indicator) -> dict[str, Extent]:
    """The Extent of `indicator` by region; empty where the build did not know it as it is."""
    if not is_as_built(store, indicator):
        return {}
    return store.remember("extents", lambda: _extents(store)).get(indicator.id, {})


def _definitions(store: Store) -> dict[str, str]:
    """Id -> digest; empty in a file that no build has finished."""
    held = DEFINITIONS in store.tables()
    return store.remember(DEFINITIONS, lambda: dict(store.rows(f"FROM {DEFINITIONS}")) if held else {})


def _extents(store: Store) -> dict[str, dict[str, Extent]]:
    if "extents" not in store.tables():
        return {}
    names = ", ".join(field.name for field in fields(Extent))
    found: dict[str, dict[str, Extent]] = {}
    for row in store.rows(f"SELECT {names} FROM extents"):  # noqa: S608 - our own names
        item = Extent(*row)
        found.setdefault(item.indicator, {})[item.region] = item
    return found
