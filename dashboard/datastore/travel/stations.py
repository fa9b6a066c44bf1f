"""Stations of the national railway in a place, and how many people each had year by year."""

from dataclasses import dataclass
from datetime import date

from dashboard.datastore.store import Store

TABLE = "rail_stations"
YEAR = "financial year"  # the kind of its periods


@dataclass(frozen=True)
class Station:
    """A station, the local authority that it stands in (a code), and its entries and exits by the first day
    of each year (April to March) that is held, oldest first."""

    code: str
    name: str
    district: str
    used: dict[date, int]

    @property
    def newest(self) -> date:
        """The newest year with a figure."""
        return max(self.used)

    @property
    def busiest(self) -> date:
        """The year with most people; of equal ones the newest."""
        return max(self.used, key=lambda year: (self.used[year], year))


def stations(store: Store, place: str) -> tuple[Station, ...] | None:
    """The stations in the area with the code `place`, the most used of the newest year first.

    None where no stations are held at all; empty where none stands there.
    """
    if TABLE not in store.tables():
        return None
    return store.remember(("stations", place), lambda: _stations(store, place))


def _stations(store: Store, place: str) -> tuple[Station, ...]:
    sql = f"""
        SELECT station_code, stations.name, districts.area_code, period, entries_and_exits
        FROM {TABLE} AS stations
        JOIN membership AS inside ON inside.area_code = lsoa21_code AND inside.within = ?
        JOIN membership AS placed ON placed.area_code = lsoa21_code
        JOIN areas AS districts ON districts.area_code = placed.within AND districts.level = 'district'
            AND districts.current
        ORDER BY period, station_code
    """  # noqa: S608 - our own table; the code is bound
    found: dict[str, Station] = {}
    for code, name, district, period, used in store.rows(sql, [place]):
        found.setdefault(code, Station(code, name, district, {})).used[period] = int(used)
    newest = max((station.newest for station in found.values()), default=date.min)
    return tuple(sorted(found.values(), key=lambda each: (-each.used.get(newest, -1), each.name)))
