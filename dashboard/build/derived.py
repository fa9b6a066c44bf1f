"""Derived: what is worked out of each indicator at build, and whether the build before holds it already.

A key stands for all that it rests on: the indicator's file, the bytes of the tables that its SELECT reads, of
those that say what the places are, and the code that derives. Where the key is the same, so is what follows.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.as_built import Extent
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.store import DatastoreError, Store, connect
from dashboard.exports.extents import extents
from dashboard.runtime.code_fingerprint import fingerprint
from dashboard.site import Site
from dashboard.statements.attention.attention import Statement
from dashboard.statements.attention.statement import statement
from dashboard.statements.outlook.projected import Backtest, Refusal, Row, Step, projected

PROJECTED = {"projections": Step, "unprojected": Refusal, "coverage": Backtest, "extents": Extent}
_PLACES = ("areas", "membership", "peers", "recodes")
_KEPT = {"derivations", "statements", *PROJECTED}
_LIBRARIES = ("duckdb", "numpy")


@dataclass
class Derived:
    """What was worked out for one indicator: statement by region, rows of the projections and extents."""

    statements: dict[str, Statement] = field(default_factory=dict)
    projected: list[Row | Extent] = field(default_factory=list)


DerivedByKey = dict[str, Derived]  # by key


def derived(site: Site, indicator: Indicator) -> Derived:
    """Work out everything for `indicator`."""
    made = {region.code: statement(site, indicator, region) for region in site.geography.regions}
    statements = {code: item for code, item in made.items() if item}
    regions = [region.code for region in site.geography.regions]
    return Derived(statements, [*projected(site, indicator), *extents(site, indicator, regions)])


def keys(site: Site) -> dict[str, str]:
    """The key of every indicator of `site`, by its id."""
    contents = dict(site.store.rows("SELECT name, digest FROM contents"))
    return {name: _key(site, indicator, contents) for name, indicator in site.indicators.items()}


def _key(site: Site, indicator: Indicator, contents: Mapping[str, str]) -> str:
    tables = sorted({*sources_of(site.store, indicator), *_PLACES} & contents.keys())
    regions = ",".join(region.code for region in site.geography.regions)
    parts = [repr(indicator), regions, _code(), *(f"{name} {contents[name]}" for name in tables)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _code() -> str:
    """The code that checks and derives, and the libraries whose arithmetic it rests on."""
    ours = fingerprint("dashboard.build.derived", "dashboard.datastore.assembly.check")
    return " ".join([ours, *map(version, _LIBRARIES)])


def read_derived(path: Path, wanted: Iterable[str]) -> DerivedByKey:
    """What the datastore at `path` holds for the keys `wanted`; nothing where it cannot be read."""
    try:
        store = connect(path)
    except DatastoreError:  # none yet, or of before there were keys: everything is worked out
        return {}
    try:
        return _read(store, set(wanted)) if _fits(store) else {}
    finally:
        store.close()


def _fits(store: Store) -> bool:
    """Whether a datastore holds what today's code keeps; one of earlier code may lack tables or columns."""
    if not store.tables() >= _KEPT:
        return False
    kinds = {"statements": Statement, **PROJECTED}
    return all(
        {each.name for each in fields(kind)} <= {*store.columns(f"FROM {table}")}
        for table, kind in kinds.items()
    )


def _read(store: Store, wanted: set[str]) -> DerivedByKey:
    of = dict(store.rows("SELECT indicator, key FROM derivations"))
    found: DerivedByKey = {key: Derived() for key in of.values() if key in wanted}
    select = f"SELECT region, {_names(Statement)} FROM statements ORDER BY region"  # noqa: S608 - our own
    for region, *values in store.rows(select):
        statement = Statement(*values)
        if one := found.get(of.get(statement.indicator, "")):
            one.statements[region] = statement
    for table, kind in PROJECTED.items():
        for values in store.rows(f"SELECT {_names(kind)} FROM {table}"):  # noqa: S608
            if one := found.get(of.get(values[0], "")):
                one.projected.append(kind(*values))
    return found


def _names(kind: type) -> str:
    return ", ".join(each.name for each in fields(kind))
