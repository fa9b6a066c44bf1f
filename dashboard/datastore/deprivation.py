"""The deciles of a region's neighbourhoods by deprivation, and which indicators are deprivation itself."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.store import Store

DECILES = 10
INDEX = "imd_2025"
# The index and its domains in numbers: deciles by deprivation would show deprivation against itself.
_ITSELF = frozenset({"imd_2019", INDEX, "imd_2025_subdomains"})
# What the index is made of, and what is made of the index of 2019 (the risk of digital exclusion).
_PARTS = frozenset({"imd_2025_indicators", "deri"})


def deciles(store: Store, region: str) -> dict[str, int]:
    """1 (most deprived) to 10 for each LSOA of `region`, by its rank in the Index of 2025 among the region's.

    Every decile has as many neighbourhoods, or one more. Empty where the index is not held.
    """
    return store.remember(("deprivation deciles", region), lambda: _deciles(store, region))


def _deciles(store: Store, region: str) -> dict[str, int]:
    if INDEX not in store.tables():
        return {}
    sql = f"""
        SELECT lsoa21_code FROM {INDEX}
        WHERE imd_rank IS NOT NULL
            AND lsoa21_code IN (SELECT area_code FROM membership WHERE within = ?)
        ORDER BY imd_rank, lsoa21_code
    """  # noqa: S608 - our own table
    codes = [code for (code,) in store.rows(sql, [region])]
    return {code: place * DECILES // len(codes) + 1 for place, code in enumerate(codes)}


def is_deprivation(store: Store, indicator: Indicator) -> bool:
    """Whether `indicator` is the index or a domain of it."""
    return bool(_ITSELF & set(sources_of(store, indicator)))


def is_part_of_it(store: Store, indicator: Indicator) -> bool:
    """Whether `indicator` goes into the index, or the index into it: part of its slope is its own doing."""
    return bool(_PARTS & set(sources_of(store, indicator)))
