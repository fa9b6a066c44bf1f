"""Entity set: a table that OData gives, its columns, and how its rows are found part by part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.exports.sheet import Column
from dashboard.odata.logic import UNKNOWN, Row, Test
from dashboard.site import Site

Found = tuple[Row, Callable[[], dict[str, Any]]]  # a row to be asked, and what says it in full
Rows = Callable[[Test], Iterator[Found]]


@dataclass(frozen=True)
class EntityPart:
    """The rows that belong together, such as those of one indicator. `known` says what is known of each
    before any is read; `rows` finds those that pass a test, in the order of the set's key, each as a row to
    be asked and a function that says it in full; `size` counts all of them without reading any."""

    name: str
    known: Row
    rows: Rows
    size: Callable[[], int]


@dataclass(frozen=True)
class EntitySet:
    """A table: its name, what one row is called, its columns, those that name a row, and its parts.

    `computed` are the columns worked out for a row that is given, which can be neither filtered nor
    ordered by.
    """

    name: str
    entity: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parts: Callable[[Site], list[EntityPart]]
    computed: frozenset[str] = frozenset()

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of each column that can be filtered or ordered by."""
        return {column.name: column.kind for column in self.columns if column.name not in self.computed}


def row_of(values: dict[str, Any]) -> Row:
    """A row that holds `values`; the rest of it is UNKNOWN."""
    return lambda name: values.get(name, UNKNOWN)


def nothing_known(name: str) -> object:
    """A row of which nothing is known yet."""
    return UNKNOWN
