"""Datasets: publisher, licence and vintage of every table, and which of them an indicator reads."""

import json
from dataclasses import dataclass, replace

from dashboard.catalogue.elsewhere import COVERAGE, Elsewhere
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.store import Store


@dataclass(frozen=True, slots=True)
class Dataset:
    """One row of the register that is carried in the datastore."""

    dataset: str
    title: str
    publisher: str
    licence: str
    source_url: str
    source_date: str
    vintage: str
    description: str
    caveat: str
    experimental: bool
    audience: str
    next_release: str
    cadence: str
    owner: str


def datasets(store: Store) -> dict[str, Dataset]:
    """Every dataset in `store`, by name, in order of title."""
    return store.remember("datasets", lambda: _read(store))


def _read(store: Store) -> dict[str, Dataset]:
    names = Dataset.__slots__
    columns = ", ".join(
        name if name == "experimental" else f"COALESCE(CAST({name} AS VARCHAR), '')" for name in names
    )
    rows = store.rows(f"SELECT {columns} FROM datasets ORDER BY title")  # noqa: S608 - our own column names
    return {row[0]: Dataset(*row) for row in rows}


def sources_of(store: Store, indicator: Indicator) -> list[str]:
    """The tables that the indicator's SELECT reads, derived from the SQL, in order of first mention."""
    return store.remember(("sources", indicator), lambda: _tables(store, indicator.sql))


def counts_of(store: Store, indicator: Indicator) -> frozenset[str]:
    """How the counts that the indicator rests on came about: the `counts` of the register's entries for the
    tables that it reads ("full", "rounded", "survey", "modelled", "perturbed"; "" where one does not say).

    Tables that hold no counts ("none", as areas and lookups) say nothing and are left out.
    """
    return store.remember(("counts", indicator), lambda: _counts(store, indicator))


def _counts(store: Store, indicator: Indicator) -> frozenset[str]:
    if "datasets" not in store.tables() or "counts" not in store.columns("FROM datasets"):
        return frozenset()  # an edition from before the register said it
    counts = dict(store.rows("SELECT dataset, counts FROM datasets"))
    kinds = {counts[name] for name in sources_of(store, indicator) if name in counts}
    return frozenset(kinds - {"none"})


def hides(store: Store, indicator: Indicator) -> bool:
    """Whether a rule of ours hides figures of a table that the indicator reads, not its publisher's."""
    hiding = store.remember("hiding", lambda: _hiding(store))
    return not hiding.isdisjoint(sources_of(store, indicator))


def _hiding(store: Store) -> set[str]:
    if "disclosure" not in _columns(store):
        return set()
    rules = "('suppress', 'round', 'withhold')"
    return {name for (name,) in store.rows(f"SELECT dataset FROM datasets WHERE disclosure IN {rules}")}  # noqa: S608


def _columns(store: Store) -> set[str]:
    sql = "SELECT column_name FROM duckdb_columns() WHERE table_name = 'datasets'"
    return {name for (name,) in store.rows(sql)}


def elsewhere_of(store: Store, indicator: Indicator) -> tuple[Elsewhere, ...]:
    """Where figures of the indicator are published that are not held here: as its own file says, and as the
    register says of the tables that it reads. Empty where all that is published is held, so far as known."""
    if "datasets" not in store.tables():
        return ()
    return store.remember(("elsewhere", indicator), lambda: _elsewhere(store, indicator))


def _elsewhere(store: Store, indicator: Indicator) -> tuple[Elsewhere, ...]:
    register, covered = datasets(store), _coverage(store)
    names = sources_of(store, indicator)
    found = [covered[name] for name in names if name in covered]
    if (own := indicator.elsewhere) and (first := register.get(names[0])):
        found.insert(0, replace(own, publisher=first.publisher, address=own.address or first.source_url))
    return tuple(found)


def published_elsewhere(store: Store, dataset: str) -> Elsewhere | None:
    """Where `dataset` is published for areas that it is not held for; None where it is held for all."""
    return _coverage(store).get(dataset)


def _coverage(store: Store) -> dict[str, Elsewhere]:
    return store.remember("coverage", lambda: _read_coverage(store))


def _read_coverage(store: Store) -> dict[str, Elsewhere]:
    columns = [f"coverage_{key}" for key in COVERAGE]
    if not _columns(store).issuperset(columns):  # built before the register had coverage
        return {}
    names = ", ".join(columns)
    rows = store.rows(f"SELECT dataset, publisher, {names} FROM datasets WHERE coverage_held <> ''")  # noqa: S608
    return {
        name: Elsewhere(publisher, partial=True, **dict(zip(COVERAGE, coverage, strict=True)))
        for name, publisher, *coverage in rows
    }


def _tables(store: Store, sql: str) -> list[str]:
    parsed = json.loads(store.rows("SELECT json_serialize_sql(?)", [sql])[0][0])
    found: list[str] = []
    _walk(parsed, found)
    present = store.tables()
    return [name for name in dict.fromkeys(found) if name in present]


def _walk(node: object, found: list[str]) -> None:
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE":
            found.append(node["table_name"])
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            _walk(item, found)
