"""Events: road casualties counted by what a reader filters, in one pass over the table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.datastore.store import Store

TABLE = "road_casualties"
# A square of the count of points: about 250 metres each way at the latitude of northern England.
EAST, NORTH = 0.0038, 0.00225

SEVERITIES = {"all": (), "ksi": ("Fatal", "Serious"), "fatal": ("Fatal",)}
MODES = {
    "all": (),
    "pedestrian": ("Pedestrian",),
    "cycle": ("Pedal Cycle",),
    "motorcycle": ("Powered 2 Wheeler",),
    "car": ("Car",),
    "taxi": ("Taxi or private hire",),
    "bus": ("Bus or Coach",),
    "goods": ("Goods Vehicle",),
    "other": ("Other Vehicle", "Tram"),
}
AGES = {
    "all": (),
    "0-15": ("0-5", "6-10", "11-15"),
    "16-25": ("16-20", "21-25"),
    "26-65": ("26-35", "36-45", "46-55", "56-65"),
    "66": ("66-75", "Over 75"),
}
_SPAN = f"""
    SELECT min(date), max(date), min(date) FILTER (provisional) FROM {TABLE}
    WHERE district_code IN (SELECT area_code FROM membership WHERE within = ?)
"""  # noqa: S608 - our own table


@dataclass(frozen=True)
class Filter:
    """Which casualties are counted: months `since` to `until` (first days, both in), and keys of the above.

    `districts` are codes; empty means nobody.
    """

    since: date
    until: date
    districts: tuple[str, ...]
    severity: str = "all"
    mode: str = "all"
    age: str = "all"


@dataclass(frozen=True)
class CasualtyCounts:
    """Casualties by month, LSOA, district and square, and in all; each only what is there, without zeros.

    A square is (mean longitude, mean latitude, casualties).
    """

    total: int
    months: Mapping[date, int]
    areas: Mapping[str, int]
    districts: Mapping[str, int]
    squares: tuple[tuple[float, float, int], ...] = field(default=())


def count(store: Store, chosen: Filter, squares: bool = False) -> CasualtyCounts:
    """Count the casualties of `chosen`; with `squares` also by square of about 250 metres."""
    where, parameters = _where(chosen, _districts(store))
    rows = store.rows(_sql(where, squares), parameters)
    kinds: dict[str, list[tuple[Any, ...]]] = {
        "month": [],
        "area": [],
        "district": [],
        "square": [],
        "all": [],
    }
    for month, area, district, x, lon, lat, number in rows:
        key = (("month", month), ("area", area), ("district", district), ("square", x))
        kind, name = next(((kind, name) for kind, name in key if name is not None), ("all", None))
        kinds[kind].append((lon, lat, number) if kind == "square" else (name, number))
    return CasualtyCounts(
        sum(number for _, number in kinds["all"]),
        dict(sorted(kinds["month"])),
        dict(kinds["area"]),
        dict(kinds["district"]),
        tuple(kinds["square"]),
    )


def collision_sizes(store: Store, chosen: Filter) -> list[tuple[int, int]]:
    """How many collisions hurt one of those chosen, how many two, and so on: (casualties, collisions)."""
    where, parameters = _where(chosen, _districts(store))
    sql = f"""
        SELECT casualties, count(*) FROM (
            SELECT count(*) AS casualties FROM {TABLE} WHERE {where} GROUP BY collision
        ) AS collisions GROUP BY casualties ORDER BY casualties
    """  # noqa: S608 - our own table and columns; every value is bound
    return [(int(casualties), int(collisions)) for casualties, collisions in store.rows(sql, parameters)]


def span(store: Store, region: str) -> tuple[date, date, date | None] | None:
    """First and last month with records in `region`, and the first provisional one; None without records."""
    if TABLE not in store.tables():
        return None
    rows = store.remember(("events span", region), lambda: store.rows(_SPAN, [region]))
    first, last, provisional = (_month(each) for each in rows[0])
    return (first, last, provisional) if first and last else None


def _month(day: date | None) -> date | None:
    return day.replace(day=1) if day else None


def _districts(store: Store) -> frozenset[str]:
    """Every district that has records."""
    sql = f"SELECT DISTINCT district_code FROM {TABLE}"  # noqa: S608 - our own table
    return store.remember("events districts", lambda: frozenset(code for (code,) in store.rows(sql)))


def _where(chosen: Filter, held: frozenset[str]) -> tuple[str, list[Any]]:
    """The tests of a filter; districts that leave nobody out are not tested: a fifth of the time."""
    everywhere = bool(held) and held <= set(chosen.districts)
    last = chosen.until
    after = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    tests = ["date >= ?", "date < ?"]
    parameters: list[Any] = [chosen.since, after]
    for column, values in (
        ("severity", SEVERITIES[chosen.severity]),
        ("mode", MODES[chosen.mode]),
        ("age_band", AGES[chosen.age]),
        ("district_code", () if everywhere else chosen.districts or ("",)),
    ):
        if values:
            tests.append(f"{column} IN ({', '.join('?' * len(values))})")
            parameters += values
    return " AND ".join(tests), parameters


def _sql(where: str, squares: bool) -> str:
    """One pass: by month, by LSOA, by district, in all, and by square where asked."""
    sets = "(month), (lsoa21_code), (district_code), ()" + (", (x, y)" if squares else "")
    x, y = (f"CAST(floor(lon / {EAST}) AS INTEGER)", f"CAST(floor(lat / {NORTH}) AS INTEGER)")
    place = f"{x} AS x, {y} AS y" if squares else "CAST(NULL AS INTEGER) AS x, CAST(NULL AS INTEGER) AS y"
    mean = "avg(lon), avg(lat)" if squares else "NULL, NULL"
    shown = "x" if squares else "NULL"
    return f"""
        SELECT month, lsoa21_code, district_code, {shown}, {mean}, count(*)
        FROM (
            SELECT make_date(CAST(year(date) AS INTEGER), CAST(month(date) AS INTEGER), 1) AS month,
                lsoa21_code, district_code, lon, lat, {place}
            FROM {TABLE} WHERE {where}
        ) AS chosen
        GROUP BY GROUPING SETS ({sets})
    """  # noqa: S608 - our own table and columns; every value is bound
