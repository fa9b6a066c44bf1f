"""Formats: what a sheet can be had as."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.exports.geojson import geojson_bytes
from dashboard.exports.large import spreadsheet
from dashboard.exports.sheet import Sheet
from dashboard.exports.text_files import csv_bytes, json_bytes
from dashboard.site import Site


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, name, media type, name in the EU's list of file types, and its writer."""

    ending: str
    label: str
    media_type: str
    file_type: str
    write: Callable[[Site, Sheet], bytes]


def parquet_bytes(sheet: Sheet) -> bytes:
    """`sheet` as parquet (zstd), its title and licence in the file's metadata."""
    import pyarrow.parquet as pq  # loaded with the first file

    out = io.BytesIO()
    pq.write_table(sheet.arrow().replace_schema_metadata(sheet.metadata()), out, compression="zstd")
    return out.getvalue()


_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    item.ending: item
    for item in (
        Format("csv", "CSV", "text/csv", "CSV", lambda site, sheet: csv_bytes(sheet)),
        Format("json", "JSON", "application/json", "JSON", lambda site, sheet: json_bytes(sheet)),
        Format("xlsx", "XLSX", _SPREADSHEET, "XLSX", lambda site, sheet: spreadsheet(sheet)),
        Format(
            "parquet",
            "Parquet",
            "application/vnd.apache.parquet",
            "PARQUET",
            lambda site, sheet: parquet_bytes(sheet),
        ),
        Format("geojson", "GeoJSON", "application/geo+json", "GEOJSON", geojson_bytes),
    )
}
