"""Which neighbourhoods an indicator has figures for, found without reading them."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.store import Store

_PREFIXES = {"E05": "ward", "E02": "msoa", "E01": "lsoa"}


def neighbourhood_levels(store: Store, indicator: Indicator) -> frozenset[str]:
    """Those of ward, msoa and lsoa that the indicator's SELECT gives anywhere in England.

    Asked once for the life of the store's file: reading a region's neighbourhoods to find that there are none
    costs more than all other work on a page.
    """
    return store.remember(("neighbourhood levels", indicator), lambda: _levels(store, indicator))


def _levels(store: Store, indicator: Indicator) -> frozenset[str]:
    sql = f"SELECT DISTINCT substr(area_code, 1, 3) FROM (\n{indicator.sql}\n) AS indicator"  # noqa: S608 - ours
    return frozenset(_PREFIXES[prefix] for (prefix,) in store.rows(sql) if prefix in _PREFIXES)
