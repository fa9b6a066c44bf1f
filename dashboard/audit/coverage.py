"""Coverage: which areas and periods a dataset's table holds, counted from the table itself."""

from dataclasses import dataclass, field
from datetime import date

from dashboard.catalogue.regions import CITY_REGION, OWN_AREA
from dashboard.datastore.areas import LEVELS
from dashboard.exports.tables import shapes_of_tables
from dashboard.site import Site

WORDS = {
    "country": "countries", "region": "regions", CITY_REGION: "city regions",
    OWN_AREA: "areas made here", "county": "counties", "district": "districts", "ward": "wards",
    "msoa": "MSOAs", "lsoa": "LSOAs",
}  # fmt: skip


@dataclass(frozen=True)
class Coverage:
    """What a table holds: rows, current areas by level, first and last period, series, and missing figures.

    Dates are None where the table has no periods; `missing` counts rows without a figure.
    """

    rows: int
    areas: dict[str, int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    series: tuple[str, ...] = ()
    missing: int = 0

    @property
    def places(self) -> str:
        """The areas in words: "295 districts, 16 city regions"; empty where it has none."""
        return ", ".join(
            f"{self.areas[level]:,} {WORDS[level]}" for level in reversed(LEVELS) if level in self.areas
        )

    @property
    def span(self) -> str:
        """The first and last year in words; empty where there are no periods."""
        if self.first is None or self.last is None:
            return ""
        return (
            str(self.last.year)
            if self.first.year == self.last.year
            else f"{self.first.year} to {self.last.year}"
        )


def coverage(site: Site, table: str) -> Coverage:
    """The Coverage of `table`, which must be in the store; counted once for a snapshot."""
    return site.store.remember(("coverage", table), lambda: _count(site, table))


def last_period(site: Site, table: str) -> date | None:
    """The last day that `table` tells of; None where it has no periods."""
    columns = shapes_of_tables(site)[table].columns
    day = next((name for name in _DAYS if name in columns), None)
    return site.store.rows(f'SELECT max("{day}") FROM "{table}"')[0][0] if day else None  # noqa: S608


def _count(site: Site, table: str) -> Coverage:
    rows = site.store.rows(f'SELECT count(*) FROM "{table}"')[0][0]  # noqa: S608 - a table of the store's own
    columns = set(shapes_of_tables(site)[table].columns)
    first = last = None
    if day := next((name for name in _DAYS if name in columns), None):
        first, last = site.store.rows(f'SELECT min("{day}"), max("{day}") FROM "{table}"')[0]  # noqa: S608
    series: tuple[str, ...] = ()
    if "series" in columns:
        series = tuple(row[0] for row in site.store.rows(f'SELECT DISTINCT series FROM "{table}" ORDER BY 1'))  # noqa: S608
    missing = 0
    if "value" in columns:
        missing = site.store.rows(f'SELECT count(*) FROM "{table}" WHERE value IS NULL')[0][0]  # noqa: S608
    return Coverage(rows, _areas(site, table, columns), first, last, series, missing)


_DAYS = ("period", "date", "register_date")
_CODES = ("area_code", "lsoa21_code", "msoa21_code", "ward_code", "district_code")


def code_column(columns: set[str]) -> str | None:
    """Which of a table's `columns` says what place a row is of; None where none does."""
    return next((name for name in _CODES if name in columns), None)


def _areas(site: Site, table: str, columns: set[str]) -> dict[str, int]:
    column = code_column(columns)
    if column is None:
        return {}
    mentioned = f'SELECT "{column}" FROM "{table}"'  # noqa: S608 - a table of the store's own
    counted = "SELECT level, count(*) FROM areas WHERE current AND area_code IN"
    found = site.store.rows(f"{counted} ({mentioned}) GROUP BY level")
    return {level: count for level, count in found if level in WORDS}
