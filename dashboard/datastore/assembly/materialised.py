"""Materialised: the rows of one indicator's SELECT, held while several things are asked of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import duckdb

from dashboard.catalogue.indicator import Indicator
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.store import Store


@contextmanager
def materialised(store: Store, item: Indicator) -> Iterator[Indicator]:
    """`item` with a SELECT that reads the rows of its own, which run once: for this thread, in this block.

    Looking for faults runs a SELECT five times: half of its time. One that does not run is left as it is, for
    whoever looks to say why. The file is not written to: the rows are in a temporary table.
    """
    table = f'"{item.id}"'
    try:
        store.rows(f"CREATE TEMP TABLE {table} AS {item.sql}")
    except duckdb.Error:
        yield item
        return
    held = replace(item, sql=f"FROM {table}")
    store.remember(("sources", held), lambda: sources_of(store, item))  # what its own SELECT reads
    try:
        yield held
    finally:
        store.rows(f"DROP TABLE {table}")
