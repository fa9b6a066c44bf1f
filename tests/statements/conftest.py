"""A region of three districts, its neighbours and England, with one indicator whose figures a test gives."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.datastore.areas import Geography
from dashboard.datastore.store import connect
from dashboard.settings import Settings
from dashboard.site import Site
from tests.datastores import assemble
from tests.tables import publish

REGION, ENGLAND, UNITED_KINGDOM = "E47000001", "E92000001", "K02000001"
ASH, BEECH, COVE = "E08000001", "E08000002", "E08000003"
NEIGHBOURS = ("E47000002", "E47000003")
AREAS = f"""
    area_code | name | level | current
    {REGION} | Here | combined_authority | 1
    {NEIGHBOURS[0]} | There | combined_authority | 1
    {NEIGHBOURS[1]} | Yonder | combined_authority | 1
    {ASH} | Ash | district | 1
    {BEECH} | Beech | district | 1
    {COVE} | Cove | district | 1
    {ENGLAND} | England | country | 1
    {UNITED_KINGDOM} | United Kingdom | country | 1
"""
MEMBERSHIP = f"""
    area_code | within
    {ASH} | {REGION}
    {BEECH} | {REGION}
    {COVE} | {REGION}
"""
PEERS = f"""
    area_code | basis | position | peer_code
    {REGION} | global | 1 | {NEIGHBOURS[0]}
    {REGION} | global | 2 | {NEIGHBOURS[1]}
"""


def yearly(*values, first=2010, around=None):
    """Annual figures from `first` on; None is a missing year; limits `around` each, as wide either side."""
    rows = [(date(first + at, 1, 1), value) for at, value in enumerate(values)]
    return [row for row in ((period, value, around) for period, value in rows) if row[1] is not None]


def monthly(*values, first=2015, around=None):
    """Monthly figures from January `first` on."""
    return [(date(first + at // 12, 1 + at % 12, 1), value, around) for at, value in enumerate(values)]


@pytest.fixture(scope="session")
def places(tmp_path_factory):
    """A store of the places above, opened as production does."""
    folder = publish(tmp_path_factory.mktemp("places"), areas=AREAS, membership=MEMBERSHIP, peers=PEERS)
    assemble(folder, folder / "datastore.duckdb")
    store = connect(folder / "datastore.duckdb")
    yield store
    store.close()


@pytest.fixture
def told(places, indicators):
    """told({area: figures}, better="lower") -> site, indicator and region to ask statements of.

    The figures stand in the indicator's own SELECT, so that one store serves every test.
    """

    def told(figures, **metadata):
        plain = {
            "title": "Rate",
            "unit": "% of people",
            "breaks": (),
            "seasonal": False,
            "statistic": "estimate",
            "per": 0,
            "period": "calendar year",
        }
        indicator = replace(
            indicators["employment/employment_rate"],
            sql=select(figures),
            **plain | {"better": "higher"} | metadata,
        )
        site = Site(Settings(), places, {indicator.id: indicator}, Geography.of(places))
        return SimpleNamespace(site=site, indicator=indicator, region=site.geography[REGION])

    return told


def select(figures):
    """A SELECT that gives `figures`: area code to (period, value, half-width of its limits or None)."""
    rows = ", ".join(
        f"('{code}', DATE '{period}', {_double(value)}, "
        f"{_limit(value, around, -1)}, {_limit(value, around, 1)})"
        for code, series in figures.items()
        for period, value, around in series
    )
    return f"SELECT * FROM (VALUES {rows}) AS given (area_code, period, value, lower, upper)"  # noqa: S608


def _double(value):
    return f"CAST({float(value)!r} AS DOUBLE)"


def _limit(value, around, side):
    return "CAST(NULL AS DOUBLE)" if around is None else _double(value + side * around)
