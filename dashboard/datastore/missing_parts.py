"""Missing parts: how many neighbourhoods of each area lack a figure, so that no sum can be given."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import SMALL, are_neighbourhoods_held
from dashboard.datastore.store import Store


def parts_without(store: Store, indicator: Indicator) -> dict[str, tuple[int, int]]:
    """(parts without a figure in any period, all parts) of each area that contains parts of the level that
    the indicator is summed up from (lsoa or msoa), by its code; only areas that contain one without.

    One look at all of England, kept for the life of the store's file.
    """
    return store.remember(("parts without", indicator), lambda: _read(store, indicator))


def _read(store: Store, indicator: Indicator) -> dict[str, tuple[int, int]]:
    held = are_neighbourhoods_held(store, indicator)
    rows = f"FROM {SMALL} WHERE indicator = ?" if held else indicator.sql
    sql = f"""
        WITH parts AS (SELECT area_code FROM areas WHERE current AND level = ?),
        known AS (SELECT DISTINCT area_code FROM (\n{rows}\n) AS indicator WHERE value IS NOT NULL)
        SELECT membership.within, count(*) - count(known.area_code) AS lacking, count(*) AS parts
        FROM membership
        JOIN parts ON parts.area_code = membership.area_code
        LEFT JOIN known ON known.area_code = membership.area_code
        GROUP BY membership.within
        HAVING lacking > 0
    """  # noqa: S608 - ours
    values = [indicator.sum_of, *([indicator.id] if held else [])]
    return {code: (lacking, parts) for code, lacking, parts in store.rows(sql, values)}
