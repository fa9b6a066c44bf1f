"""Flows: journeys to work between small areas or districts (census 2021). Small ones never leave here."""

from dataclasses import dataclass
from datetime import date

from dashboard.datastore.as_of import known
from dashboard.datastore.store import Store
from dashboard.methods.disclosure.rounding import round_half_up

CENSUS_DAY = date(2021, 3, 21)
SMALLEST_FLOW = 10  # people below which one flow is not shown; 58% of those between MSOAs are 1 or 2
AT_HOME = "111111111"

_MSOA = "SELECT home_msoa AS home, work_msoa AS work, people FROM commuting_msoa"
_DISTRICT = "SELECT home_district AS home, work_district AS work, people FROM commuting_district"


@dataclass(frozen=True)
class Flows:
    """Journeys from or to one place.

    `shown` is people by the code of the other end, SMALLEST_FLOW or more, most first; `total` counts all
    journeys, those not shown too; `at_home` those who live there and need none, None for journeys to it.
    """

    shown: dict[str, int]
    total: int
    at_home: int | None


@dataclass(frozen=True)
class CommuterBalance:
    """People in work of one area, to the nearest 10; None where there are fewer than SMALLEST_FLOW, or none.

    `stay` live and work in it, `out` live in it and work elsewhere, `into` work in it and live elsewhere,
    `at_home` live in it and work at home or have no fixed place.
    """

    stay: int | None
    out: int | None
    into: int | None
    at_home: int | None


def commuter_balance(store: Store, districts: list[str]) -> CommuterBalance:
    """The journeys of one area that is made of `districts` (codes)."""
    sql = f"""
        SELECT
            sum(people) FILTER (lives AND works),
            sum(people) FILTER (lives AND NOT works AND work <> '{AT_HOME}'),
            sum(people) FILTER (works AND NOT lives),
            sum(people) FILTER (lives AND work = '{AT_HOME}')
        FROM (
            SELECT work, people, list_contains($1, home) AS lives, list_contains($1, work) AS works
            FROM ({_DISTRICT}) AS journeys
        ) AS placed
    """  # noqa: S608 - our own SQL; the codes are bound
    counted = store.rows(sql, [districts])[0]
    return CommuterBalance(
        *(_rounded(int(many)) if (many or 0) >= SMALLEST_FLOW else None for many in counted)
    )


def has_flows(store: Store, region: str) -> bool:
    """Whether journeys of the people of `region` are held."""
    if not {"commuting_msoa", "commuting_district"} <= store.tables():
        return False
    sql = (
        "SELECT count(*) FROM commuting_district WHERE work_district = ? "
        "AND home_district IN (SELECT area_code FROM membership WHERE within = ?)"
    )
    count: int = store.remember(("flows", region), lambda: store.rows(sql, [AT_HOME, region])[0][0])
    return count > 0


def published(store: Store) -> date | None:
    """When the journeys that are held were published; None where that is not recorded."""
    return known(store, "commuting_district", date.max).published


def known_then(store: Store, day: date) -> bool:
    """Whether journeys may have been known on `day`: census day had passed, and they were not out later."""
    return day >= CENSUS_DAY and known(store, "commuting_district", day).kind != "nothing"


def busiest(store: Store, region: str) -> str:
    """The district of `region` that most people travel to for work."""
    rows = store.rows(
        f"SELECT work FROM ({_DISTRICT}) AS journeys "  # noqa: S608 - our own SQL
        "WHERE work IN (SELECT area_code FROM membership WHERE within = ?) "
        "GROUP BY work ORDER BY sum(people) DESC, work LIMIT 1",
        [region],
    )
    code: str = rows[0][0]
    return code


def flows(store: Store, place: str, level: str, outward: bool) -> Flows:
    """The journeys of those who live in `place` (`outward`) or of those who work there.

    `level` is msoa or district, of the place and of the other ends. A district's flows are its own published
    table, never sums of flows between small areas, from which a small one could be worked out.
    """
    table = _MSOA if level == "msoa" else _DISTRICT
    mine, other = ("home", "work") if outward else ("work", "home")
    rows = store.rows(
        f"SELECT {other}, sum(people) FROM ({table}) AS journeys "  # noqa: S608 - our own SQL
        f"WHERE {mine} = ? AND work <> '{AT_HOME}' GROUP BY {other} ORDER BY 2 DESC, 1",
        [place],
    )
    shown = {code: int(people) for code, people in rows if people >= SMALLEST_FLOW}
    total = sum(int(people) for _, people in rows)
    return Flows(shown, _rounded(total), _at_home(store, place, level) if outward else None)


def _rounded(total: int) -> int:
    """A total to the nearest 10: exact, it would give away the one flow that is not shown."""
    return round_half_up(total, base=10)


def _at_home(store: Store, place: str, level: str) -> int:
    table = _MSOA if level == "msoa" else _DISTRICT
    sql = f"SELECT sum(people) FROM ({table}) AS flows WHERE home = ? AND work = '{AT_HOME}'"  # noqa: S608
    return _rounded(int(store.rows(sql, [place])[0][0] or 0))
