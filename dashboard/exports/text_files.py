"""CSV with its metadata (CSV on the Web), and JSON."""

import codecs
import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import orjson

from dashboard.exports.figure_text import number_text
from dashboard.exports.sheet import Cells, Column, Sheet, neutral, neutral_text

if TYPE_CHECKING:
    import pyarrow as pa

AREA_URI = "http://statistics.data.gov.uk/id/statistical-geography/{%s}"
_DATATYPES = {"text": "string", "number": "double", "whole": "integer", "date": "date", "flag": "boolean"}
_BATCH = 20_000


def csv_bytes(sheet: Sheet) -> bytes:
    """`sheet` as CSV (RFC 4180, UTF-8): texts quoted, missing cells empty, no text a formula."""
    if isinstance(sheet.table, Cells):
        return marked(_plain_csv(sheet.table).encode())
    return marked(csv_lines(sheet.table))


def csv_lines(table: "pa.Table", *, header: bool = True) -> bytes:
    """The lines of `table` as CSV, with that of its columns' names or without."""
    from pyarrow import csv as arrow_csv  # loaded with the first table of the datastore's own

    out = io.BytesIO()
    arrow_csv.write_csv(neutral(table), out, arrow_csv.WriteOptions(include_header=header))
    return out.getvalue()


def _plain_csv(cells: Cells) -> str:
    """What Arrow writes of the same table."""
    names = ",".join(_quoted(column.name) for column in cells.columns)
    columns = [_csv_cells(column.kind, values) for column, values in cells.pairs()]
    return "\n".join([names, *map(",".join, zip(*columns, strict=True)), ""])


def _csv_cells(kind: str, values: Sequence[Any]) -> list[str]:
    write = _WRITTEN[kind]
    return ["" if value is None else write(value) for value in values]


def _quoted(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "text": lambda value: _quoted(neutral_text(value) or ""),
    "number": number_text,
    "whole": lambda value: str(int(value)),
    "date": date.isoformat,
    "flag": lambda value: str(bool(value)).lower(),
}


def marked(text: bytes) -> bytes:
    """`text`, which is UTF-8, with a byte order mark where it holds more than ASCII: without one Excel takes
    £ for Â£. Where nothing can be misread there is none, since some programs take it for a letter."""
    return text if text.isascii() else codecs.BOM_UTF8 + text


def csvw(sheet: Sheet, csv_url: str, licence_url: str) -> dict:
    """The CSVW metadata of the CSV file at `csv_url`: columns, types, and area codes as ONS's links."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": csv_url,
        "dc:title": sheet.title,
        "dc:description": sheet.description,
        "dc:license": {"@id": licence_url},
        "dc:source": sheet.about.get("Source", ""),
        "dc:publisher": sheet.about.get("Publisher", ""),
        "rdfs:comment": list(sheet.notes),
        "dialect": {"header": True, "encoding": "utf-8", "delimiter": ",", "quoteChar": '"'},
        "tableSchema": {"columns": [_csvw_column(column) for column in sheet.columns]},
    }


def _csvw_column(column: Column) -> dict:
    fields = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _DATATYPES[column.kind],
        "required": False,
    }
    if column.name.endswith(
        ("area_code", "lsoa21_code", "lsoa11_code", "msoa21_code", "ward_code", "district_code")
    ):
        fields["valueUrl"] = AREA_URI % column.name
    return fields


def json_bytes(sheet: Sheet) -> bytes:
    """`sheet` as JSON: what it is, its fields, and its rows as lists in the order of the fields.

    Numbers have the digits of the CSV file. Made in batches, so that a large table needs little memory.
    """
    rows = (
        orjson.dumps(_plain_rows(sheet.table))[1:-1]
        if isinstance(sheet.table, Cells)
        else json_rows(sheet.table)
    )
    return json_head(sheet) + rows + JSON_END


JSON_END = b"]}"


def json_head(sheet: Sheet) -> bytes:
    """The JSON of `sheet` as far as its rows, which follow with a comma between them, and JSON_END."""
    head = {
        "name": sheet.name,
        "title": sheet.title,
        "description": sheet.description,
        "about": sheet.about,
        "notes": list(sheet.notes),
        "fields": [{"name": c.name, "type": c.kind, "description": c.description} for c in sheet.columns],
    }
    return orjson.dumps(head)[:-1] + b',"rows":['


def json_rows(table: "pa.Table") -> bytes:
    """The rows of `table` as JSON, with a comma between them."""
    batches = [orjson.dumps(_rows(batch))[1:-1] for batch in table.to_batches(max_chunksize=_BATCH)]
    return b",".join(batch for batch in batches if batch)


def _plain_rows(cells: Cells) -> list[tuple]:
    columns = [
        list(map(json_number, values)) if column.kind == "number" else values
        for column, values in cells.pairs()
    ]
    return list(zip(*columns, strict=True))


def _rows(batch: "pa.RecordBatch") -> list[tuple]:
    return list(zip(*[_cells(column) for column in batch.columns], strict=True))


def _cells(column: "pa.Array") -> list:
    import pyarrow as pa

    values = column.to_pylist()
    return [json_number(value) for value in values] if pa.types.is_floating(column.type) else values


def json_number(value: float | None) -> orjson.Fragment | None:
    """`value` as a number in JSON with the digits of every other file; null where there is none."""
    text = number_text(value)
    return orjson.Fragment(text) if text else None
