"""Observations: what an indicator's SELECT gives, for the areas asked for.

Every figure on a screen, in a pack, in a download and in the API comes through `load`.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import duckdb

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.as_of import shadow
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.limits import with_limits
from dashboard.datastore.store import DatastoreError, Store

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("area_code", "period", "value")
OPTIONAL = {
    "lower": "DOUBLE",
    "upper": "DOUBLE",
    "numerator": "DOUBLE",
    "denominator": "DOUBLE",
    "status": "VARCHAR",
}
COLUMNS = (*REQUIRED, *OPTIONAL)


class Observation(NamedTuple):
    """One figure: an area's value in one period, in the indicator's unit, with its 95% limits if published.

    `value` is None where there is no figure; `status` then says why.
    """

    area_code: str
    period: date
    value: float | None
    lower: float | None
    upper: float | None
    numerator: float | None
    denominator: float | None
    status: str


Series = tuple[Observation, ...]


class Observations:
    """All observations of one indicator, by area and in time order."""

    def __init__(self, rows: Iterable[tuple]):
        areas: dict[str, list[Observation]] = {}
        for row in rows:
            areas.setdefault(row[0], []).append(Observation._make(row))
        self._areas: dict[str, Series] = {area: tuple(series) for area, series in areas.items()}

    def __contains__(self, area_code: str) -> bool:
        return area_code in self._areas

    def areas(self) -> Iterable[str]:
        """The codes of every area that has an observation."""
        return self._areas.keys()

    def series(self, area_code: str) -> Series:
        """The observations of one area in time order; empty when nothing is published for it."""
        return self._areas.get(area_code, ())

    def latest(self, area_code: str) -> Observation | None:
        """The newest observation of one area that holds a figure, or None."""
        return next((item for item in reversed(self.series(area_code)) if item.value is not None), None)

    def at(self, area_code: str, period: date) -> Observation | None:
        """The observation of one area in the period that begins on `period`, or None."""
        return next((item for item in self.series(area_code) if item.period == period), None)


# Neighbourhoods (LSOA, MSOA, ward) are read a region at a time: England has 33,755 LSOAs.
_WIDE = "substr(area_code, 1, 3) NOT IN ('E01', 'E02', 'E05')"
_WITHIN = "area_code IN (SELECT area_code FROM membership WHERE within = ?)"


def load(
    store: Store, indicator: Indicator, within: str | None = None, as_of: date | None = None
) -> Observations:
    """Every observation of `indicator`, read once for the life of the store's file.

    Without `within`: districts and everything larger. With it: every area inside that area, neighbourhoods
    too. With `as_of`: as known on that day. Raises DatastoreError, naming the indicator's file, when its
    SELECT does not run or lacks a column.
    """

    def read() -> Observations:
        return Observations(with_limits(indicator, _rows(store, indicator, within, as_of)))

    return store.remember(("observations", indicator, within, as_of), read)


def observe(store: Store, indicator: Indicator, areas: Iterable[str] | None = None) -> "pd.DataFrame":
    """The observations of `indicator` for `areas` (all districts and larger when None), columns COLUMNS."""
    import pandas as pd  # a process that serves never needs it

    observations = load(store, indicator)
    wanted = observations.areas() if areas is None else areas
    rows = [item for area in wanted for item in observations.series(area)]
    return pd.DataFrame([[getattr(item, name) for name in COLUMNS] for item in rows], columns=COLUMNS)


def _rows(store: Store, indicator: Indicator, within: str | None, as_of: date | None) -> list[tuple]:
    where = f"queries/{indicator.id}.sql"
    try:
        given = store.columns(indicator.sql)
    except duckdb.Error as error:
        raise DatastoreError(f"{where}: its SELECT does not run: {str(error).splitlines()[0]}") from error
    if missing := [name for name in REQUIRED if name not in given]:
        raise DatastoreError(f"{where}: let its SELECT give {', '.join(missing)}")
    optional = [_column(name, kind, name in given) for name, kind in OPTIONAL.items()]
    past = shadow(store, sources_of(store, indicator), as_of) if as_of else ""
    sql = (
        f"{past}SELECT {', '.join((*REQUIRED, *optional))}\nFROM (\n{indicator.sql}\n) AS indicator\n"
        f"WHERE {_WITHIN if within else _WIDE}\nORDER BY area_code, period"
    )
    return store.rows(sql, [within] if within else [])


def _column(name: str, kind: str, given: bool) -> str:
    value = name if given else f"CAST(NULL AS {kind})"
    return f"COALESCE({value}, '') AS status" if name == "status" else f"{value} AS {name}"
