"""Sheet: one table with all that a reader of a file must know about it.

What is worked out here is a table of plain lists, and what stands in the datastore one of Arrow, which is
loaded with the first of these or the first parquet file: 40 MB that a process without them saves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

# What a spreadsheet program would run as a formula; a plain number is none. Some programs read over a NUL, a
# byte order mark or blanks before it, and take the wide signs of East Asia for the narrow ones.
DANGEROUS = "^[\\x00-\\x1f\\x7f\\s\u00a0\u200b\ufeff]*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]"
PLAIN_NUMBER = r"^[+-]?\d+(\.\d+)?$"
_DANGEROUS, _PLAIN_NUMBER = re.compile(DANGEROUS, re.ASCII), re.compile(PLAIN_NUMBER, re.ASCII)
COLUMN_KINDS = ("text", "number", "whole", "date", "flag")


@dataclass(frozen=True)
class Column:
    """A column: its name, its kind (one of COLUMN_KINDS) and what it holds, in words."""

    name: str
    kind: str
    description: str = ""


@dataclass(frozen=True)
class Cells:
    """A table as plain lists: `columns`, and the values of each."""

    columns: tuple[Column, ...]
    values: tuple[Sequence[Any], ...]

    @property
    def num_rows(self) -> int:
        """How many rows it has."""
        return len(self.values[0]) if self.values else 0

    def pairs(self) -> Iterator[tuple[Column, Sequence[Any]]]:
        """Each column with its values."""
        return zip(self.columns, self.values, strict=True)

    def arrow(self) -> "pa.Table":
        """The same as an Arrow table."""
        import pyarrow as pa

        arrays = [pa.array(values, arrow_type(column)) for column, values in self.pairs()]
        return pa.Table.from_arrays(arrays, names=[column.name for column in self.columns])


@dataclass(frozen=True)
class Sheet:
    """A table to be written to a file.

    `table` has the columns of `columns`, in their order. `about` is what the cover says (publisher, licence
    ...); `notes` are sentences a user must read; `page` is the address path of what it is about.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    table: "Cells | pa.Table"
    page: str
    about: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return self.table.num_rows

    def values(self, name: str) -> Sequence[Any]:
        """The values of the column `name` as Python has them."""
        if isinstance(self.table, Cells):
            return self.table.values[[column.name for column in self.columns].index(name)]
        values: list[Any] = self.table.column(name).to_pylist()
        return values

    def arrow(self) -> "pa.Table":
        """Its table as Arrow."""
        return self.table.arrow() if isinstance(self.table, Cells) else self.table

    def metadata(self) -> dict[str, str]:
        """What it is, for the metadata of a file: title, description and what its cover says."""
        return {"title": self.title, "description": self.description, **self.about}

    def has(self, *names: str) -> bool:
        """Whether it has columns of all these names."""
        return {*names} <= {column.name for column in self.columns}


def table_of_records(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> Cells:
    """A table of `columns` from `rows`, each a record by the columns' names."""
    return Cells(tuple(columns), tuple([row[column.name] for row in rows] for column in columns))


def arrow_type(column: Column) -> "pa.DataType":
    """The Arrow type that holds what `column` holds."""
    import pyarrow as pa

    kinds = (pa.string, pa.float64, pa.int64, pa.date32, pa.bool_)
    return dict(zip(COLUMN_KINDS, kinds, strict=True))[column.kind]()


def neutral_text(text: str | None) -> str | None:
    """`text`, with an apostrophe before what a spreadsheet program would run as a formula (see `neutral`)."""
    if text and _DANGEROUS.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def neutral(table: "pa.Table") -> "pa.Table":
    """`table` with an apostrophe before every text that a spreadsheet program would run as a formula.

    Columns of numbers, and texts that are plain numbers, stay as they are: -2.5 stays -2.5.
    """
    import pyarrow as pa

    for index, column in enumerate(table.schema):
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            table = table.set_column(index, column, _neutral(table.column(index)))
    return table


def _neutral(texts: "pa.ChunkedArray") -> "pa.ChunkedArray":
    import pyarrow as pa
    import pyarrow.compute as pc

    number = pc.match_substring_regex(texts, PLAIN_NUMBER)
    risky = pc.and_(pc.match_substring_regex(texts, DANGEROUS), pc.invert(number))
    if not pc.any(risky).as_py():
        return texts
    return pc.if_else(risky, pc.binary_join_element_wise(pa.scalar("'", texts.type), texts, ""), texts)
